using Quartz;

namespace Recruit.Deliveries;

[DisallowConcurrentExecution]
public sealed class WatchAccountsJob(WatchAccounts watch) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await watch.RunAsync(cancellationToken);
}
