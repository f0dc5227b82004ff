using System.Globalization;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

public sealed class FacebookNetwork(World world) : INetwork
{
    // A fixed span rather than one that follows the calendar: practice must not stop working on some later day.
    private const int OldestVersion = 21;
    private const int NewestVersion = 26;

    public string Key => Networks.Facebook;

    public IReadOnlyDictionary<string, Func<IResult>> Refusals => FacebookRefusals.All;

    public void Stamp(HttpContext context) => context.Response.Headers["x-fb-trace-id"] = Guid.NewGuid().ToString("N")[..11];

    public async Task<string?> TokenAsync(HttpContext context)
    {
        var parameters = await FacebookParams.ReadAsync(context);
        return context.BearerToken() ?? parameters["access_token"];
    }

    public IResult? Admit(HttpContext context, string account, Call call)
    {
        var version = context.Request.RouteValues["version"]?.ToString() ?? "";
        if (version is not ['v', .. var number, '.', '0'] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major is < OldestVersion or > NewestVersion)
            return FacebookErrors.DeadVersion(version, $"v{NewestVersion}.0");

        var allowance = world.Windows.Count($"{Key}/{account}", world.Options.FacebookCalls, world.Options.FacebookWindow);
        var minutes = allowance.IsSpent ? (int)Math.Ceiling((allowance.ResetAt - world.Now).TotalMinutes) : 0;
        Tell(context, account, Math.Min(100, allowance.Used * 100 / allowance.Limit), minutes);
        return allowance.IsSpent ? FacebookErrors.PageLimit() : null;
    }

    public IReadOnlyList<string> Needed(Call call) => FacebookOAuth.Needed(call);

    public IResult LacksScope(string scope) => FacebookOAuth.Lacks(scope);

    public IResult SignedOut(HttpContext context, string? token) => FacebookErrors.SignedOut(string.IsNullOrEmpty(token));

    public IResult RateLimited(HttpContext context, string account, TimeSpan? wait)
    {
        if (wait is { } after)
            Tell(context, account, 100, (int)Math.Ceiling(after.TotalMinutes));
        else
            context.Response.Headers.Remove("X-Business-Use-Case-Usage");
        return FacebookErrors.PageLimit();
    }

    public IResult Broken(HttpContext context) => FacebookErrors.Broken();

    public IResult Duplicate(HttpContext context, SandboxPost? earlier) => FacebookErrors.Duplicate();

    public IResult OutOfCredits(HttpContext context) => FacebookErrors.Blocked();

    /// <summary>Per cent of the allowance; the wait is in minutes. https://developers.facebook.com/docs/graph-api/overview/rate-limiting, read 2026-10.</summary>
    private static void Tell(HttpContext context, string page, int percent, int minutes) =>
        context.Response.Headers["X-Business-Use-Case-Usage"] = new JsonObject
        {
            [page] = new JsonArray(new JsonObject
            {
                ["type"] = "pages",
                ["call_count"] = percent,
                ["total_cputime"] = percent,
                ["total_time"] = percent,
                ["estimated_time_to_regain_access"] = minutes,
            }),
        }.ToJsonString();
}
