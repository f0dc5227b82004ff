using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Recruit.Persistence;
using Recruit.Tests.Support;

namespace Recruit.Tests.Persistence;

public sealed class MigrationTurnTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_row_left_by_a_killed_migration_is_cleared()
    {
        await using var db = _db.CreateDbContext();
        if (!db.Database.IsSqlite())
            return;
        await db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-24')");

        await using (await MigrationTurn.TakeAsync(db, _clock, CancellationToken.None))
            (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"__EFMigrationsLock\"").SingleAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_process_waits_for_the_first()
    {
        await using var db = _db.CreateDbContext();
        await using var other = _db.CreateDbContext();
        if (!db.Database.IsSqlite())
            return;

        var first = await MigrationTurn.TakeAsync(db, _clock, CancellationToken.None);
        var second = MigrationTurn.TakeAsync(other, _clock, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));
        second.IsCompleted.ShouldBeFalse();

        await first.DisposeAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await (await second).DisposeAsync();
    }

    public void Dispose() => _db.Dispose();
}
