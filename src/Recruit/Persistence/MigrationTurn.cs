using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Recruit.Persistence;

/// <summary>
/// One process at a time prepares a database: migrates it, and makes what must exist once, such as the first key.
/// On PostgreSQL the turn is an advisory lock, which ends with its connection. Beside an SQLite file it is a locked file, which ends with its process;
/// whoever holds it may clear the row that EF Core leaves behind when it is killed while migrating, and for which every later start would wait for ever.
/// </summary>
public sealed class MigrationTurn : IAsyncDisposable
{
    private const long LockKey = 0x7265_6372_7569_7400;

    // The driver gives up after thirty seconds by itself, and a slow machine may need longer to make tables and load the sample.
    private const int LongestTurnSeconds = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly IAsyncDisposable? _held;

    private MigrationTurn(IAsyncDisposable? held) => _held = held;

    public static async Task<MigrationTurn> TakeAsync(RecruitDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return new MigrationTurn(await LockDatabaseAsync(db, ct));

        var file = SqlitePlace.FileOf(db.Database.GetConnectionString()!);
        var turn = new MigrationTurn(file is null ? null : await LockFileAsync(file + ".migrating", clock, ct));
        await ClearStaleRowAsync(db, ct);
        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
            await _held.DisposeAsync();
    }

    private static async Task<NpgsqlConnection?> LockDatabaseAsync(RecruitDb db, CancellationToken ct)
    {
        // A database that does not exist yet cannot be locked; EF Core makes it.
        if (!await db.Database.CanConnectAsync(ct))
            return null;

        // Not pooled: a connection that goes back to a pool keeps its locks until it is used again.
        var settings = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = LongestTurnSeconds, Parameters = { new() { Value = LockKey } } };
        await take.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private static async Task<FileStream> LockFileAsync(string path, TimeProvider clock, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        while (true)
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (clock.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(Pause, clock, ct);
            }
    }

    private static async Task ClearStaleRowAsync(RecruitDb db, CancellationToken ct)
    {
        var table = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (table > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }
}
