using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;

namespace Recruit.Audit;

/// <summary>
/// Numbers and chains the entries that were committed since the last time. Writers never wait for it: they add an entry without a number and are done.
/// Two sealers at once, on two nodes, meet at the version of the head, and one of them does nothing.
/// </summary>
public sealed class SealAudit(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    private const int AtATime = 500;

    /// <returns>How many entries were sealed.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        for (var sealedInAll = 0; ;)
        {
            var now = await SealSomeAsync(ct);
            sealedInAll += now;
            if (now < AtATime)
                return sealedInAll;
        }
    }

    private async Task<int> SealSomeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The head first: what another sealer does to the entries after this read moves the head, and this run then comes to nothing.
        var head = await db.Set<AuditHead>().SingleOrDefaultAsync(ct);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Number == null).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(AtATime).ToListAsync(ct);
        if (entries.Count == 0)
            return 0;

        var read = head?.Version;
        if (head is null)
            db.Add(head = new AuditHead());

        foreach (var entry in entries)
            head.Append(entry, clock.GetUtcNow());

        try
        {
            await using var turn = await db.Database.BeginTransactionAsync(ct);
            await db.SaveChangesAsync(ct);
            // A row that somebody took away meanwhile would leave a hole in the chain: this run comes to nothing, and the next one chains what is there.
            if (await NumberAsync(db, entries, ct) != entries.Count)
                return 0;
            await turn.CommitAsync(ct);
            return entries.Count;
        }
        catch (DbUpdateException)
        {
            // Met at the head; the next run goes on from there.
            if (await IsOvertakenAsync(read, ct))
                return 0;
            throw;
        }
    }

    // One statement for all, in words that both databases know: one for each entry would double what a post costs the trail.
    private static Task<int> NumberAsync(RecruitDb db, List<AuditEntry> entries, CancellationToken ct)
    {
        var rows = string.Join(", ", entries.Select((_, place) => $"({{{3 * place}}}, {{{(3 * place) + 1}}}, {{{(3 * place) + 2}}})"));
#pragma warning disable EF1003 // What is put together is the places of the parameters.
        return db.Database.ExecuteSqlRawAsync(
            "UPDATE \"AuditEntries\" SET \"Number\" = sealed.column2, \"Hash\" = sealed.column3 FROM (VALUES " + rows + ") AS sealed WHERE \"Id\" = sealed.column1",
            entries.SelectMany(entry => new object[] { entry.Id, entry.Number!, entry.Hash! }), ct);
#pragma warning restore EF1003
    }

    private async Task<bool> IsOvertakenAsync(Guid? read, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AuditHead>().AsNoTracking().Select(head => (Guid?)head.Version).SingleOrDefaultAsync(ct) != read;
    }
}
