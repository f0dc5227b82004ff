using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Recruit.Staff;

namespace Recruit.Api;

/// <summary>Counts wrong keys by network address, as many a minute as sign-in tries.</summary>
public sealed class WrongKeys(IOptions<StaffOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.TriesPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public bool MayTryAgain(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address?.ToString() ?? "unknown");
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
