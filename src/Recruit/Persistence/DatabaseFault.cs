using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public static class DatabaseFault
{
    // About ten minutes.
    private const int MostTries = 600;

    // SQLite's own numbers.
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    /// <summary>The database did not take it: it is away, locked or full, and the same may work later. A lost race is not one, nor is what it refused.</summary>
    public static bool IsDatabaseFault(this Exception trouble) => !trouble.IsDataRefusal() && trouble switch
    {
        DbUpdateConcurrencyException => false,
        DbException or DbUpdateException => true,
        // PostgreSQL's driver wraps a broken connection like this when a query meets it.
        InvalidOperationException { InnerException: DbException or DbUpdateException } => true,
        _ => false,
    };

    /// <summary>The database will never take these values: a constraint, a length, a type.</summary>
    public static bool IsDataRefusal(this Exception trouble) => trouble switch
    {
        SqliteException { SqliteErrorCode: TooBig or Constraint or Mismatch } => true,
        // Class 22: data exceptions; class 23: integrity constraints.
        DbException { SqlState: { } state } => state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal),
        DbUpdateException or InvalidOperationException => trouble.InnerException?.IsDataRefusal() == true,
        _ => false,
    };

    /// <summary>Does it again, each time in a fresh context, until the database takes it; a lost race or a database that is away ends nothing.</summary>
    /// <param name="act">Reads what stands there now: an earlier try may have been stored although we did not hear of it.</param>
    /// <param name="onFault">Told of each failed try, from 1.</param>
    public static async Task InsistAsync(
        this IDbContextFactory<RecruitDb> databases, Func<RecruitDb, Task> act, TimeProvider clock, CancellationToken ct, Action<int, Exception>? onFault = null)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                await act(db);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody saved the row at this moment: do it to what stands there now.
            }
            catch (Exception down) when (down.IsDatabaseFault() && tries < MostTries)
            {
                onFault?.Invoke(tries, down);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 * tries, 1000)), clock, ct);
            }
        }
    }
}
