using Quartz;

namespace Recruit.Deliveries;

/// <summary>The safety net below the lanes: rows and tries of silent processes, rows that nobody approved, lanes without a waking. And a look at what comes next.</summary>
[DisallowConcurrentExecution]
public sealed class SweepOutboxJob(Outbox outbox, EndAttempts attempts, Lanes lanes, LookAhead ahead) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await outbox.LoseSilentAsync(cancellationToken);
        await attempts.RunAsync(cancellationToken);
        await outbox.SkipUnapprovedAsync(cancellationToken);
        await lanes.ArmAllAsync(onlyOverdue: true, cancellationToken);
        await ahead.RunAsync(cancellationToken);
    }
}
