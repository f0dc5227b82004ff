using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
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

        var tries = context.RequestServices.GetRequiredService<IOptions<StaffOptions>>().Value.TriesPerMinute;
        return RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }

    public static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken ct)
    {
        refused.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        refused.HttpContext.Response.Headers.RetryAfter = "60";
        await refused.HttpContext.Response.WriteAsync("Too many tries from this address. Wait a minute, go back and try again.", ct);
    }
}
