using Quartz;
using Recruit.Deliveries;

namespace Recruit.Scheduling;

/// <summary>The trigger of a job that repeats for ever.</summary>
public sealed record FixedTrigger(TriggerKey Key);

/// <summary>
/// Sets all wakings anew when somebody, a time server or a machine that slept, steps the wall clock. The scheduler counts in wall time: after a step
/// back, its repeating jobs would stand still for as long as the step was.
/// </summary>
public sealed partial class WatchClock(ISchedulerFactory schedulers, IEnumerable<FixedTrigger> repeating, Lanes lanes, TimeProvider clock, ILogger<WatchClock> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>More than a time server's gentle correction, less than what a person would notice.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    // Read before the scheduler starts: a step while the program starts is one, too.
    private DateTimeOffset _wall = clock.GetUtcNow();
    private long _count = clock.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            var by = clock.GetUtcNow() - _wall - clock.GetElapsedTime(_count);
            if (by.Duration() > Step && !await TryWakeAllAsync(by, stoppingToken))
                continue;
            (_wall, _count) = (clock.GetUtcNow(), clock.GetTimestamp());
        }
    }

    /// <summary>False when the database is away: the next beat tries again.</summary>
    private async Task<bool> TryWakeAllAsync(TimeSpan by, CancellationToken ct)
    {
        try
        {
            Log.Stepped(log, by);
            var scheduler = await schedulers.GetScheduler(ct);
            foreach (var key in repeating.Select(one => one.Key))
                if (await scheduler.GetTrigger(key, ct) is { } trigger)
                    await scheduler.RescheduleJob(key, trigger.GetTriggerBuilder().StartNow().Build(), ct);
            await lanes.ArmAllAsync(onlyOverdue: false, ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The wall clock stepped by {By}: all wakings are set anew")]
        public static partial void Stepped(ILogger logger, TimeSpan by);

        [LoggerMessage(Level = LogLevel.Error, Message = "The wakings could not be set anew after the wall clock stepped")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
