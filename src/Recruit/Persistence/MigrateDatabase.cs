using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

/// <summary>Brings the database to the program's version. Runs at every start and as the command <c>db migrate</c>.</summary>
public sealed partial class MigrateDatabase(IDbContextFactory<RecruitDb> contexts, TimeProvider clock, ILogger<MigrateDatabase> log)
{
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return [];

        await using var turn = await MigrationTurn.TakeAsync(db, clock, ct);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await db.Database.MigrateAsync(ct);
        Log.Migrated(log, pending.Count);
        return pending;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Database brought up to date, {Count} steps")]
        public static partial void Migrated(ILogger logger, int count);
    }
}
