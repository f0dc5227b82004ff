using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Tests.Support;

namespace Recruit.Tests.Persistence;

public class MigrationTests
{
    // No database is opened for these two: the model is compared with the last migration's snapshot.
    [Fact]
    public void Every_change_of_the_model_has_its_migration_for_SQLite()
    {
        using var db = new DesignTimeSqlite().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void Every_change_of_the_model_has_its_migration_for_PostgreSQL()
    {
        using var db = new DesignTimePostgres().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = new DesignTimeSqlite().CreateDbContext([]);
        using var postgres = new DesignTimePostgres().CreateDbContext([]);

        NamesOf(sqlite).ShouldBe(NamesOf(postgres));
    }

    [Fact]
    public async Task A_migrated_database_has_nothing_left_to_migrate()
    {
        using var db = new TestDb();

        (await db.ReadAsync(context => context.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
    }

    private static List<string> NamesOf(RecruitDb db) => [.. db.Database.GetMigrations().Select(migration => migration[(migration.IndexOf('_') + 1)..])];
}
