using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

/// <summary>
/// One process at a time migrates an SQLite file. EF Core marks its turn with a row, and a process killed while migrating leaves the row
/// behind, so that every later start waits for ever. A locked file beside the database ends with its process: whoever holds it may clear the row.
/// PostgreSQL's lock ends with its connection and needs none of this.
/// </summary>
public sealed class MigrationTurn : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream? _file;

    private MigrationTurn(FileStream? file) => _file = file;

    public static async Task<MigrationTurn> TakeAsync(RecruitDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return new MigrationTurn(null);

        var file = SqlitePlace.FileOf(db.Database.GetConnectionString()!);
        var turn = new MigrationTurn(file is null ? null : await LockAsync(file + ".migrating", clock, ct));
        await ClearStaleRowAsync(db, ct);
        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync();
    }

    private static async Task<FileStream> LockAsync(string path, TimeProvider clock, CancellationToken ct)
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
