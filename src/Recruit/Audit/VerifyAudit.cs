using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;

namespace Recruit.Audit;

/// <param name="Sealed">How many entries the chain holds.</param>
/// <param name="Hash">Of the last of them. Noted elsewhere together with its number, it tells after a restore whether anything is missing.</param>
/// <param name="Unsealed">Entries that the sealer has still to reach.</param>
/// <param name="UnsealedSince">Instant of the oldest of those.</param>
/// <param name="Problems">What was found, as sentences; empty when all is as it was written.</param>
public sealed record AuditVerdict(long Sealed, string Hash, int Unsealed, DateTimeOffset? UnsealedSince, IReadOnlyList<string> Problems)
{
    public bool IsSound => Problems.Count == 0;

    public string Summary => Sealed == 0 ? "No entry is sealed yet." : $"{Sealed:N0} entries are sealed, the last with the hash {Hash}.";

    public string Tail => Unsealed == 0
        ? "No entry waits for the sealer."
        : $"{Unsealed:N0} {(Unsealed == 1 ? "entry waits" : "entries wait")} for the sealer, the oldest since {UnsealedSince:yyyy-MM-dd HH:mm:ss} UTC; nothing can be said about them yet.";
}

/// <summary>A number and a hash of the chain that somebody noted, "1234:ab...".</summary>
public sealed record NotedHead(long Number, string Hash)
{
    public static NotedHead? Read(string text) => text.Trim().Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, out var read) && read > 0
        ? new(read, hash.ToLowerInvariant())
        : null;
}

/// <summary>Walks the whole chain and says which entries were changed, removed or put in another order. Reads one entry at a time.</summary>
public sealed class VerifyAudit(IDbContextFactory<RecruitDb> contexts)
{
    private const int MostProblems = 20;

    /// <param name="noted">What the chain was once, for example before a restore.</param>
    public async Task<AuditVerdict> RunAsync(NotedHead? noted = null, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct);
        // What is sealed while this runs stands behind the head that was read, and is left for the next time.
        var upTo = head?.Number ?? long.MaxValue;
        var walk = new AuditWalk(noted, MostProblems);
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Number != null && entry.Number <= upTo).OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(ct))
            walk.Take(entry);

        walk.End(head);
        var waiting = db.AuditEntries.AsNoTracking().Where(entry => entry.Number == null);
        return new AuditVerdict(walk.Last, walk.Hash, await waiting.CountAsync(ct), await waiting.MinAsync(entry => (DateTimeOffset?)entry.At, ct), walk.Problems);
    }
}
