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
        var entries = await db.AuditEntries.Where(entry => entry.Number == null).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(AtATime).ToListAsync(ct);
        if (entries.Count == 0)
            return 0;

        var read = head?.Version;
        if (head is null)
            db.Add(head = new AuditHead());

        foreach (var entry in entries)
            head.Append(entry, clock.GetUtcNow());

        try
        {
            await db.SaveChangesAsync(ct);
            return entries.Count;
        }
        catch (DbUpdateException)
        {
            // Met at the head, at a number, or at the first row; the next run goes on from there.
            if (await IsOvertakenAsync(read, ct))
                return 0;
            throw;
        }
    }

    private async Task<bool> IsOvertakenAsync(Guid? read, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AuditHead>().AsNoTracking().Select(head => (Guid?)head.Version).SingleOrDefaultAsync(ct) != read;
    }
}
