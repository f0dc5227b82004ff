using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>
/// At start: what an earlier run left open becomes Uncertain, and every lane with work is armed. The pages do not wait for it; a lane that somebody
/// arms before it is through sends nothing on an account whose last send is still open.
/// </summary>
public sealed partial class LaneStart(Outbox outbox, Lanes lanes, LeaseClock leases, ILogger<LaneStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            // Where one process serves a database, nobody stands behind an earlier boot's lease. Should the old process still be ending,
            // its answer counts all the same, and a second try waits until its call is surely over. Among several nodes the lease must run out.
            if (!leases.IsShared)
                await outbox.LoseAbandonedAsync(accountId: null, stoppingToken);
            await lanes.ArmAllAsync(onlyOverdue: false, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start does it.
        }
        catch (Exception down) when (down.IsDatabaseFault())
        {
            // Overdue lanes are armed by the sweep, and leases run out by themselves.
            Log.NotArmed(log, down.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The lanes could not be armed at the start, since the database did not answer ({Fault}); the sweep does it")]
        public static partial void NotArmed(ILogger logger, string fault);
    }
}
