using Quartz;

namespace Recruit.Notices;

[DisallowConcurrentExecution]
public sealed class SendNoticesJob(SendNotices send) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await send.RunAsync(cancellationToken);
}
