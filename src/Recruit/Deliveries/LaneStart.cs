namespace Recruit.Deliveries;

/// <summary>At start: what an earlier run left open becomes Uncertain, and every lane with work is armed.</summary>
public sealed class LaneStart(Outbox outbox, Lanes lanes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // One process serves a database, so nobody stands behind an earlier boot's lease. Should the old process still be ending,
        // its answer counts all the same, and a second try waits until its call is surely over.
        await outbox.LoseSilentAsync(earlierBoots: true, cancellationToken);
        await lanes.ArmAllAsync(onlyOverdue: false, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
