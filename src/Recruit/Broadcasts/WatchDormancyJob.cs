using Quartz;

namespace Recruit.Broadcasts;

[DisallowConcurrentExecution]
public sealed class WatchDormancyJob(Dormancy dormancy) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await dormancy.TellAsync(cancellationToken);
}
