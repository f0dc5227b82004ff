using Quartz;

namespace Recruit.Audit;

[DisallowConcurrentExecution]
public sealed class SealAuditJob(SealAudit seal) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await seal.RunAsync(cancellationToken);
}
