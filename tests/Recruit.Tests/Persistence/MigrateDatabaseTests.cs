using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Recruit.Persistence;

namespace Recruit.Tests.Persistence;

public sealed class MigrateDatabaseTests : IDbContextFactory<RecruitDb>, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"recruit_new_{Guid.NewGuid():N}.db");

    [Fact]
    public async Task In_a_new_file_nobody_who_reads_waits_for_a_writer()
    {
        var migrate = new MigrateDatabase(this, new EphemeralDataProtectionProvider(), TimeProvider.System, NullLogger<MigrateDatabase>.Instance);

        (await migrate.RunAsync()).ShouldNotBeEmpty();

        await using var writer = CreateDbContext();
        await using var reader = CreateDbContext();
        await using var writing = await writer.Database.BeginTransactionAsync();
        await writer.Database.ExecuteSqlAsync($"DELETE FROM \"AuditEntries\"");
        (await reader.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync()).ShouldBe("wal");
        (await reader.Users.CountAsync()).ShouldBe(0);
        await writing.CommitAsync();
    }

    public RecruitDb CreateDbContext() => new SqliteRecruitDb(new DbContextOptionsBuilder<SqliteRecruitDb>().UseSqlite($"Data Source={_file};Default Timeout=1").Options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
            File.Delete(file);
    }
}
