using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Recruit.Persistence;

namespace Recruit.Shell.Telemetry;

/// <summary>The database answers and is of this program's version.</summary>
public sealed class DatabaseReady(IDbContextFactory<RecruitDb> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // A database that does not answer throws, which the framework reports as unhealthy.
        return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("The database is of an earlier version. Start Recruit, or run: db migrate")
            : HealthCheckResult.Healthy();
    }
}
