using MemoCoach.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MemoCoach.Storage.Tests.Sample;

/// <summary>
/// A migration that creates whatever the model of a test's context holds, so that the tests go through the product's own
/// migrator without generated files of their own.
/// </summary>
public abstract class ModelMigration : Migration
{
    protected abstract ServiceDbContext CreateContext();

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var context = CreateContext();
        var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        migrationBuilder.Operations.AddRange(context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model));
    }
}
