using Quartz;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>One account's lane: does what is due, one call at a time, in order of due instant, then sets its next waking.</summary>
[DisallowConcurrentExecution]
public sealed partial class LaneJob(
    Outbox outbox,
    Lanes lanes,
    PublishDelivery publish,
    SettleUncertain settle,
    RemoveDelivery remove,
    IHostApplicationLifetime life,
    TimeProvider clock,
    ILogger<LaneJob> log) : IJob
{
    public const string Group = "lanes";

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    public static JobKey KeyOf(Guid accountId) => new(accountId.ToString(), Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var accountId = Guid.Parse(context.JobDetail.Key.Name);
        // The scheduler gives us the lane of a node that no longer checks in: what it was sending need not wait for its lease to run out.
        var isTakenOver = context.Recovering;
        // Once the program stops, nothing new leaves; the call under way is heard out.
        while (!life.ApplicationStopping.IsCancellationRequested)
        {
            try
            {
                if (isTakenOver)
                    await outbox.LoseAbandonedAsync(accountId, cancellationToken);
                isTakenOver = false;
                if (await outbox.NextDueAsync(accountId, cancellationToken) is { } delivery)
                    await DoAsync(delivery, cancellationToken);
                else
                {
                    await lanes.ArmAsync(accountId, CancellationToken.None);
                    return;
                }
            }
            catch (Exception down) when (down.IsDatabaseFault())
            {
                // The lane goes on by itself when the database is back, instead of waiting for the sweep.
                Log.DatabaseAway(log, accountId, down.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(500), clock, life.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // Nothing that we know of. Its row is still due, so going on at once would only meet it again, at full speed.
                Log.Broke(log, broken, accountId);
                await Task.Delay(AfterFault, clock, life.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task DoAsync(Delivery delivery, CancellationToken ct) => delivery.State switch
    {
        DeliveryState.Uncertain => settle.RunAsync(delivery, ct),
        DeliveryState.Removing => remove.RunAsync(delivery, ct),
        _ => publish.RunAsync(delivery, ct),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The lane of account {AccountId} met what nobody foresaw, and tries again in half a minute")]
        public static partial void Broke(ILogger logger, Exception trouble, Guid accountId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The lane of account {AccountId} waits for the database: {Fault}")]
        public static partial void DatabaseAway(ILogger logger, Guid accountId, string fault);
    }
}
