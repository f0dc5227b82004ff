using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Recruit.Staff;

/// <summary>Slows down whoever tries many passwords or link codes. An account's own lock-out does the rest.</summary>
public static class SignInRate
{
    public const string Policy = "sign-in";

    public static RateLimitPartition<string> Partition(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("reading");

        var tries = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.TriesPerMinute;
        return RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }
}
