using System.Reflection;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MemoCoach.Storage.Tests;

/// <summary>A change of a model without a migration is found here, for every service and both engines.</summary>
public sealed class PendingModelChangesTests
{
    public static TheoryData<Type> Contexts()
    {
        var found = new TheoryData<Type>();
        foreach (var type in ServiceAssemblies().SelectMany(assembly => assembly.GetTypes()).Where(IsProviderContext).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            found.Add(type);
        }

        return found;
    }

    [Theory]
    [MemberData(nameof(Contexts), DisableDiscoveryEnumeration = true)]
    public void The_migrations_of_a_context_lead_to_its_model(Type context)
    {
        using var db = Create(context);

        db.Database.HasPendingModelChanges().ShouldBeFalse($"{context.Name} changed: run scripts/add-migration.sh {context.Assembly.GetName().Name!.Split('.')[^1]} <Name>");
        db.Database.GetMigrations().ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_service_that_keeps_data_has_a_context_for_each_engine()
    {
        var contexts = Contexts().Select(row => row.Data).ToList();

        contexts.ShouldNotBeEmpty();
        foreach (var service in contexts.GroupBy(context => context.Assembly))
        {
            service.Select(context => EngineOf(Create(context))).Order(StringComparer.Ordinal).ShouldBe(
                ["Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.EntityFrameworkCore.Sqlite"], ignoreOrder: true, service.Key.FullName);
        }
    }

    [Fact]
    public void Both_engines_have_the_same_tables_and_columns()
    {
        foreach (var service in Contexts().Select(row => row.Data).GroupBy(context => context.Assembly))
        {
            var shapes = service.Select(context => string.Join('\n', Create(context).Model.GetEntityTypes()
                .SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}{(property.IsNullable ? "?" : "")}"))
                .Order(StringComparer.Ordinal))).ToList();

            shapes.Distinct().Count().ShouldBe(1, service.Key.FullName);
        }
    }

    private static string EngineOf(DbContext context)
    {
        using (context)
        {
            return context.Database.ProviderName!;
        }
    }

    private static bool IsProviderContext(Type type) =>
        !type.IsAbstract && type.IsAssignableTo(typeof(ServiceDbContext))
        && type.GetConstructors().Any(constructor => constructor.GetParameters() is [{ } options] && options.ParameterType == typeof(DbContextOptions<>).MakeGenericType(type));

    /// <summary>Every assembly of the product that this project was built with, so that a new service is found by itself.</summary>
    private static IEnumerable<Assembly> ServiceAssemblies() =>
        Directory.GetDirectories(RepositoryRoot.Combine("src"))
            .Select(folder => Path.Combine(AppContext.BaseDirectory, $"MemoCoach.{Path.GetFileName(folder)}.dll"))
            .Where(File.Exists)
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)));

    private static ServiceDbContext Create(Type context)
    {
        var factory = context.Assembly.GetTypes().SingleOrDefault(
            type => !type.IsAbstract && type.IsAssignableTo(typeof(IDesignTimeDbContextFactory<>).MakeGenericType(context)))
            ?? throw new InvalidOperationException($"{context} has no design-time factory.");
        return (ServiceDbContext)factory.GetMethod(nameof(IDesignTimeDbContextFactory<DbContext>.CreateDbContext))!
            .Invoke(Activator.CreateInstance(factory), [Array.Empty<string>()])!;
    }
}
