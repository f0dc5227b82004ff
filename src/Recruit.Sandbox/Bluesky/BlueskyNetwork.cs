using System.Globalization;

namespace Recruit.Sandbox.Bluesky;

public sealed class BlueskyNetwork(World world) : INetwork
{
    private const int CallsPerWindow = 3_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public string Key => Networks.Bluesky;

    public IReadOnlyDictionary<string, Func<IResult>> Refusals => BlueskyRefusals.All;

    /// <summary>Bluesky names no id of a call.</summary>
    public void Stamp(HttpContext context)
    {
    }

    public Task<string?> TokenAsync(HttpContext context) => Task.FromResult(context.BearerToken());

    public IResult? Admit(HttpContext context, string account, Call call)
    {
        var allowance = world.Windows.Count($"{Key}/{account}", CallsPerWindow, Window);
        Tell(context, allowance);
        return allowance.IsSpent ? BlueskyErrors.RateLimited() : null;
    }

    public IResult LacksScope(string scope) => BlueskyErrors.Of(403, "InsufficientScope", "Missing required scope");

    public IResult SignedOut(HttpContext context, string? token)
        => token is null ? BlueskyErrors.Of(401, "AuthMissing", "Authentication Required") : BlueskyErrors.Of(400, "ExpiredToken", "Token has expired");

    public IResult RateLimited(HttpContext context, string account, TimeSpan? wait)
    {
        if (wait is { } after)
            Tell(context, new Allowance(CallsPerWindow, CallsPerWindow + 1, world.Now + after));
        else
            foreach (var name in new[] { "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy" })
                context.Response.Headers.Remove(name);
        return BlueskyErrors.RateLimited();
    }

    public IResult Broken(HttpContext context) => BlueskyErrors.Broken();

    public IResult Duplicate(HttpContext context, SandboxPost? earlier) => BlueskyErrors.Swapped();

    public IResult OutOfCredits(HttpContext context) => BlueskyErrors.Broken();

    private static void Tell(HttpContext context, Allowance allowance)
    {
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = allowance.Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = allowance.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = allowance.ResetAt.AddMilliseconds(999).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = $"{CallsPerWindow};w={(int)Window.TotalSeconds}";
    }
}
