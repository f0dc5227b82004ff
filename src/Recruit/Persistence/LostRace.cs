using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public static class LostRace
{
    /// <summary>
    /// What a person changes, saved in one unit of work. When somebody saved one of the rows at this moment, it is done again to what stands there now.
    /// Unlike what a lane stores it does not wait for a database that is away: the person hears of it.
    /// </summary>
    /// <param name="change">Reads anew each time; a refusal is thrown and ends it.</param>
    public static async Task<T> ChangeAsync<T>(this IDbContextFactory<RecruitDb> databases, Func<RecruitDb, Task<T>> change, CancellationToken ct)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var result = await change(db);
            try
            {
                await db.SaveChangesAsync(ct);
                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Again, with what stands there now.
            }
        }
    }

    public static Task ChangeAsync(this IDbContextFactory<RecruitDb> databases, Func<RecruitDb, Task> change, CancellationToken ct)
        => databases.ChangeAsync(async db =>
        {
            await change(db);
            return true;
        }, ct);
}
