using Quartz;

namespace Recruit.Broadcasts;

[DisallowConcurrentExecution]
public sealed class PlanDigestsJob(PlanDigests plan) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await plan.RunAsync(cancellationToken);
}
