namespace MemoCoach.Architecture.Tests;

/// <summary>What one type does against a rule.</summary>
internal sealed record Violation(string Type, string What)
{
    public override string ToString() => $"{Type}: {What}";
}

/// <summary>
/// The dependency rule of the services. Every rule takes the types of one service, or of a sample, and returns what
/// breaks it; the tests run each on the real services and on a sample that is broken on purpose.
/// </summary>
internal static class Rules
{
    /// <summary>Pure libraries, without input or output, that a use case may call. See docs/decisions/0001.</summary>
    private static readonly string[] ApplicationLibraries =
        ["Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "YamlDotNet", "Cronos"];

    public static IEnumerable<Violation> DomainReferencesNothing(string service, IEnumerable<CodeType> types) =>
        Check(types, Room(service, "Domain"), reference =>
            IsBaseLibrary(reference) || reference.IsIn(Room(service, "Domain")) || IsCompilerMade(reference));

    public static IEnumerable<Violation> ApplicationReferencesDomainAndContracts(string service, IEnumerable<CodeType> types) =>
        Check(types, Room(service, "Application"), reference =>
            IsBaseLibrary(reference) || IsCompilerMade(reference) || IsSettings(service, reference)
            || reference.IsIn(Room(service, "Application")) || reference.IsIn(Room(service, "Domain"))
            || reference.IsIn("MemoCoach.Contracts") || ApplicationLibraries.Contains(reference.Assembly));

    public static IEnumerable<Violation> ApiPointsInward(string service, IEnumerable<CodeType> types) =>
        Check(types, Room(service, "Api"), reference => !IsRoom(service, reference, "Infrastructure", "Consumers") && !IsStorageOrBus(reference));

    public static IEnumerable<Violation> ConsumersPointInward(string service, IEnumerable<CodeType> types) =>
        Check(types, Room(service, "Consumers"), reference => !IsRoom(service, reference, "Infrastructure", "Api") && !IsDatabase(reference));

    public static IEnumerable<Violation> InfrastructurePointsInward(string service, IEnumerable<CodeType> types) =>
        Check(types, Room(service, "Infrastructure"), reference => !IsRoom(service, reference, "Api", "Consumers"));

    /// <summary>Only <c>&lt;Service&gt;Service</c> and <c>Program</c> put parts together; nothing else fills the container.</summary>
    public static IEnumerable<Violation> OnlyTheServiceTypeComposes(string service, IEnumerable<CodeType> types) =>
        from type in types
        from room in (string[])["Domain", "Application", "Consumers"]
        where type.IsIn(Room(service, room))
        from reference in type.References
        where reference.Name is "IServiceCollection" or "WebApplicationBuilder" or "IHostApplicationBuilder" or "IServiceProvider"
        select new Violation(type.FullName, $"refers to {reference}");

    public static IEnumerable<Violation> ServicesNeverReferenceEachOther(string service, IEnumerable<CodeType> types) =>
        Check(types, $"MemoCoach.{service}", reference =>
            Projects.Services.All(other => other == service || !reference.IsIn($"MemoCoach.{other}")) && !reference.IsIn("MemoCoach.Standalone"));

    /// <summary>The rest of the program knows messages, not the library that carries them.</summary>
    public static IEnumerable<Violation> MassTransitStaysInItsRooms(string service, IEnumerable<CodeType> types) =>
        from type in types
        where type.IsIn(Room(service, "Domain")) || type.IsIn(Room(service, "Application")) || type.IsIn(Room(service, "Api"))
        from reference in type.References
        where reference.IsIn("MassTransit")
        select new Violation(type.FullName, $"refers to {reference}");

    public static IEnumerable<Violation> ContractsAreRecordsInterfacesOrStatic(IEnumerable<CodeType> types) =>
        from type in types
        let definition = type.Definition
        let isStatic = definition.IsAbstract && definition.IsSealed
        let isRecord = definition.Methods.Any(method => method.Name == "<Clone>$")
        let isAttribute = definition.BaseType?.FullName == "System.Attribute"
        where definition.IsPublic && !definition.IsInterface && !isStatic && !isRecord && !isAttribute && !definition.IsEnum
        select new Violation(type.FullName, "is neither a record, an interface nor static");

    public static IEnumerable<Violation> NoTypeIsNamedLikeItsNamespace(IEnumerable<CodeType> types) =>
        from type in types
        where type.Namespace.Split('.').Contains(type.Name)
        select new Violation(type.FullName, "is named like its namespace");

    public static string Room(string service, string room) => $"MemoCoach.{service}.{room}";

    private static IEnumerable<Violation> Check(IEnumerable<CodeType> types, string space, Func<Reference, bool> isAllowed) =>
        from type in types
        where type.IsIn(space)
        from reference in type.References
        where !isAllowed(reference)
        select new Violation(type.FullName, $"refers to {reference}");

    private static bool IsBaseLibrary(Reference reference) =>
        reference.Assembly.StartsWith("System", StringComparison.Ordinal) || reference.Assembly is "mscorlib" or "netstandard";

    /// <summary>Helpers that the compiler puts into every assembly, outside of our namespaces.</summary>
    private static bool IsCompilerMade(Reference reference) =>
        (reference.Assembly.StartsWith("MemoCoach.", StringComparison.Ordinal) || reference.Assembly == "memocoach")
        && !reference.Namespace.StartsWith("MemoCoach", StringComparison.Ordinal);

    private static bool IsSettings(string service, Reference reference) =>
        reference.Namespace == $"MemoCoach.{service}"
        && (reference.Name.EndsWith("Options", StringComparison.Ordinal) || reference.Name.EndsWith("Settings", StringComparison.Ordinal));

    private static bool IsRoom(string service, Reference reference, params string[] rooms) =>
        rooms.Any(room => reference.IsIn(Room(service, room)));

    private static bool IsDatabase(Reference reference) =>
        reference.IsIn("Microsoft.EntityFrameworkCore") || reference.IsIn("Npgsql") || reference.IsIn("Microsoft.Data.Sqlite");

    private static bool IsStorageOrBus(Reference reference) => IsDatabase(reference) || reference.IsIn("MassTransit");
}
