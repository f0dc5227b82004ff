using System.Collections.Concurrent;
using Recruit.Channels;

namespace Recruit.Accounts;

/// <param name="SeenAt">When the network said so.</param>
public sealed record LimitSeen(LimitLeft Left, DateTimeOffset SeenAt);

/// <summary>What networks last said is left of their limits. It is for people to read and lost with the process: each send brings it anew, and a write for each would cost more than it tells.</summary>
public sealed class LimitBook
{
    private readonly ConcurrentDictionary<Guid, LimitSeen> _seen = new();

    public void Note(Guid accountId, LimitLeft left, DateTimeOffset now) => _seen[accountId] = new LimitSeen(left, now);

    /// <summary>Null when this process has not heard, or what it heard has been reset since.</summary>
    public LimitSeen? Find(Guid accountId, DateTimeOffset now) => _seen.TryGetValue(accountId, out var seen) && !(seen.Left.ResetsAt <= now) ? seen : null;
}
