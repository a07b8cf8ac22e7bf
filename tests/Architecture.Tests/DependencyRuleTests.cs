namespace MemoCoach.Architecture.Tests;

/// <summary>The dependency rule on the real services; each rule's negative control is beside it.</summary>
public sealed class DependencyRuleTests
{
    public static TheoryData<string> Services => [.. Projects.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Domain_references_nothing(string service) =>
        Rules.DomainReferencesNothing(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Domain_references_nothing_and_the_rule_can_see() => Reports(Rules.DomainReferencesNothing,
        "Domain.KnowsInfrastructureInAField", "Domain.KnowsAPackageInAMethodBody", "Domain.KnowsContractsAsAGenericArgument",
        "Domain.KnowsTheBusInALambda", "Domain.FillsTheContainer");

    [Theory]
    [MemberData(nameof(Services))]
    public void Application_references_domain_and_contracts(string service) =>
        Rules.ApplicationReferencesDomainAndContracts(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Application_references_domain_and_contracts_and_the_rule_can_see() =>
        Reports(Rules.ApplicationReferencesDomainAndContracts, "Application.KnowsInfrastructure");

    [Theory]
    [MemberData(nameof(Services))]
    public void Api_points_inward(string service) => Rules.ApiPointsInward(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Api_points_inward_and_the_rule_can_see() =>
        Reports(Rules.ApiPointsInward, "Api.KnowsInfrastructure", "Api.KnowsConsumers", "Api.KnowsTheBus");

    [Theory]
    [MemberData(nameof(Services))]
    public void Consumers_point_inward(string service) => Rules.ConsumersPointInward(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Consumers_point_inward_and_the_rule_can_see() =>
        Reports(Rules.ConsumersPointInward, "Consumers.KnowsApi", "Consumers.KnowsInfrastructure");

    [Theory]
    [MemberData(nameof(Services))]
    public void Infrastructure_points_inward(string service) =>
        Rules.InfrastructurePointsInward(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Infrastructure_points_inward_and_the_rule_can_see() =>
        Reports(Rules.InfrastructurePointsInward, "Infrastructure.BrokenStore");

    [Theory]
    [MemberData(nameof(Services))]
    public void Only_the_service_type_composes(string service) =>
        Rules.OnlyTheServiceTypeComposes(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Only_the_service_type_composes_and_the_rule_can_see() =>
        Reports(Rules.OnlyTheServiceTypeComposes, "Domain.FillsTheContainer");

    [Theory]
    [MemberData(nameof(Services))]
    public void Services_never_reference_each_other(string service) =>
        Rules.ServicesNeverReferenceEachOther(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void Services_never_reference_each_other_and_the_rule_can_see() =>
        Reports(Rules.ServicesNeverReferenceEachOther, "Infrastructure.KnowsAnotherService");

    [Theory]
    [MemberData(nameof(Services))]
    public void MassTransit_stays_in_its_rooms(string service) =>
        Rules.MassTransitStaysInItsRooms(service, Projects.TypesOf(service)).ShouldBeEmpty();

    [Fact]
    public void MassTransit_stays_in_its_rooms_and_the_rule_can_see() =>
        Reports(Rules.MassTransitStaysInItsRooms, "Api.KnowsTheBus", "Domain.KnowsTheBusInALambda");

    [Theory]
    [InlineData("Submissions", "Domain")]
    [InlineData("Submissions", "Application")]
    [InlineData("Submissions", "Api")]
    [InlineData("Submissions", "Consumers")]
    [InlineData("Submissions", "Infrastructure")]
    [InlineData("Evaluation", "Domain")]
    [InlineData("ConfigService", "Domain")]
    [InlineData("Gateway", "Domain")]
    public void The_rules_look_at_rooms_that_have_somebody_in_them(string service, string room) =>
        Projects.TypesOf(service).Where(type => type.IsIn(Rules.Room(service, room))).ShouldNotBeEmpty();

    private static void Reports(Func<string, IEnumerable<CodeType>, IEnumerable<Violation>> rule, params string[] broken) =>
        rule("Broken", Projects.Samples).Select(violation => violation.Type).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(broken.Select(name => $"MemoCoach.Broken.{name}").Order(StringComparer.Ordinal));
}
