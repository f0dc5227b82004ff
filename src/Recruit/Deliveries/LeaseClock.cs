using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>The clock by which leases are given and run out. Nodes that share an outbox go by the database's, so that one whose own clock is wrong takes nothing from the others.</summary>
public sealed class LeaseClock(TimeProvider clock, bool isShared)
{
    /// <summary>Other nodes send from the same outbox.</summary>
    public bool IsShared => isShared;

    public async Task<DateTimeOffset> NowAsync(RecruitDb db, CancellationToken ct) => isShared ? await db.NowAsync(ct) : clock.GetUtcNow();
}
