using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

/// <summary>Brings the database to the program's version. Runs at every start and as the command <c>db migrate</c>.</summary>
public sealed partial class MigrateDatabase(
    IDbContextFactory<RecruitDb> contexts, IDataProtectionProvider keys, TimeProvider clock, ILogger<MigrateDatabase> log)
{
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (db.Database.IsSqlite())
            // Stays with the file. EF Core sees to it only for files that it makes itself, and ours is made by whoever opens it first.
            // Without it readers and writers wait for each other, and a commit costs the disk several times as much.
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any() && await db.DataProtectionKeys.AnyAsync(ct))
            return [];

        await using var turn = await MigrationTurn.TakeAsync(db, clock, ct);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
            Log.Migrated(log, pending.Count);
        }

        // The first key is made within the turn: two nodes that start at once would each make one, and could not read each other's cookies.
        keys.CreateProtector(nameof(MigrateDatabase)).Protect([]);
        return pending;
    }

    /// <summary>For what else must happen once on a new database, whoever starts first.</summary>
    public async Task<MigrationTurn> TakeTurnAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await MigrationTurn.TakeAsync(db, clock, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Database brought up to date, {Count} steps")]
        public static partial void Migrated(ILogger logger, int count);
    }
}
