using Microsoft.Extensions.Options;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>At start: what an earlier run left open becomes Uncertain, and every lane with work is armed.</summary>
public sealed class LaneStart(Outbox outbox, Lanes lanes, IOptions<DatabaseOptions> database) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // The embedded database has one process, so another boot's lease has nobody behind it. Elsewhere the lease must run out.
        if (database.Value.Provider == DatabaseProvider.Sqlite)
            await outbox.LoseAbandonedAsync(accountId: null, cancellationToken);
        await lanes.ArmAllAsync(onlyOverdue: false, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
