using Quartz;

namespace Recruit.Accounts;

[DisallowConcurrentExecution]
public sealed class RenewTokensJob(RenewTokens renew) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await renew.RunAsync(cancellationToken);
}
