using Quartz;

namespace Recruit.Reach;

/// <summary>Wakes more often than numbers are read: which posts are due is decided by their age.</summary>
[DisallowConcurrentExecution]
public sealed class CollectReachJob(CollectReach collect) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await collect.RunAsync(cancellationToken);
}
