using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;

namespace Recruit.Tests.Persistence;

public sealed class MigrationsTests
{
    [Fact]
    public void Sqlite_s_migrations_make_today_s_tables()
    {
        using var db = new DesignTimeSqlite().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse("Add a migration for SQLite.");
    }

    [Fact]
    public void Postgres_s_migrations_make_today_s_tables()
    {
        using var db = new DesignTimePostgres().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse("Add a migration for PostgreSQL.");
    }
}
