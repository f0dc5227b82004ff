using Quartz;

namespace Recruit.Deliveries;

/// <summary>One account's lane: does what is due, one call at a time, in order of due instant, then sets its next waking.</summary>
[DisallowConcurrentExecution]
public sealed class LaneJob(
    Outbox outbox,
    Lanes lanes,
    PublishDelivery publish,
    SettleUncertain settle,
    RemoveDelivery remove,
    IHostApplicationLifetime life) : IJob
{
    public const string Group = "lanes";

    public static JobKey KeyOf(Guid accountId) => new(accountId.ToString(), Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var accountId = Guid.Parse(context.JobDetail.Key.Name);
        try
        {
            // The scheduler gives us the lane of a node that no longer checks in: what it was sending need not wait for its lease to run out.
            if (context.Recovering)
                await outbox.LoseAbandonedAsync(accountId, cancellationToken);
            // Once the program stops, nothing new leaves; the call under way is heard out.
            while (!life.ApplicationStopping.IsCancellationRequested && await outbox.NextDueAsync(accountId, cancellationToken) is { } delivery)
                await DoAsync(delivery, cancellationToken);
        }
        finally
        {
            if (!life.ApplicationStopping.IsCancellationRequested)
                await lanes.ArmAsync(accountId, CancellationToken.None);
        }
    }

    private Task DoAsync(Delivery delivery, CancellationToken ct) => delivery.State switch
    {
        DeliveryState.Uncertain => settle.RunAsync(delivery, ct),
        DeliveryState.Removing => remove.RunAsync(delivery, ct),
        _ => publish.RunAsync(delivery, ct),
    };
}
