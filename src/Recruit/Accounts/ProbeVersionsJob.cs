using Quartz;

namespace Recruit.Accounts;

[DisallowConcurrentExecution]
public sealed class ProbeVersionsJob(ProbeVersions probe) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await probe.RunAsync(cancellationToken);
}
