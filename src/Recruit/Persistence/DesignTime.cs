using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Recruit.Persistence;

/// <summary>What <c>dotnet ef</c> uses to write a migration; no database is opened for it.</summary>
public sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteRecruitDb>
{
    public SqliteRecruitDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqliteRecruitDb>().UseSqlite("Data Source=:memory:").Options);
}

public sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresRecruitDb>
{
    public PostgresRecruitDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgresRecruitDb>().UseNpgsql("Host=localhost").Options);
}
