namespace Recruit.Deliveries;

/// <summary>At start: what an earlier run left open becomes Uncertain, and every lane with work is armed.</summary>
public sealed class LaneStart(Outbox outbox, Lanes lanes, LeaseClock leases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Where one process serves a database, nobody stands behind an earlier boot's lease. Should the old process still be ending,
        // its answer counts all the same, and a second try waits until its call is surely over. Among several nodes the lease must run out.
        if (!leases.IsShared)
            await outbox.LoseAbandonedAsync(accountId: null, cancellationToken);
        await lanes.ArmAllAsync(onlyOverdue: false, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
