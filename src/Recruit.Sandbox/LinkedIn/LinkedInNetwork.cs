namespace Recruit.Sandbox.LinkedIn;

public sealed class LinkedInNetwork(World world) : INetwork
{
    public string Key => Networks.LinkedIn;

    public IReadOnlyDictionary<string, Func<IResult>> Refusals => LinkedInRefusals.All;

    public void Stamp(HttpContext context) => context.Response.Headers["x-li-uuid"] = "AAY" + Convert.ToBase64String(Guid.NewGuid().ToByteArray());

    public Task<string?> TokenAsync(HttpContext context) => Task.FromResult(context.BearerToken());

    public IResult? Admit(HttpContext context, string account, Call call)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/rest", StringComparison.Ordinal))
        {
            if (WrongVersion(request.Headers["LinkedIn-Version"].ToString()) is { } gone)
                return gone;
            if (request.Headers["X-Restli-Protocol-Version"] != "2.0.0")
                return LinkedInErrors.Plain(400, "INVALID_HEADER", "X-Restli-Protocol-Version: 2.0.0 is required for this resource");
        }

        // Counted per kind of call, until midnight UTC, and told to nobody: https://learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits, read 2026-10.
        return world.Windows.CountUntilMidnight($"{Key}/{account}/{call.Resource}", world.Options.LinkedInCallsPerDay).IsSpent ? Throttled() : null;
    }

    public IReadOnlyList<string> Needed(Call call) => LinkedInOAuth.Needed(call);

    public IResult LacksScope(string scope) => LinkedInErrors.Denied($"Not enough permissions to access this resource: {scope}");

    public IResult SignedOut(HttpContext context, string? token) => string.IsNullOrEmpty(token)
        ? LinkedInErrors.Plain(401, "EMPTY_ACCESS_TOKEN", "Empty oauth2 access token", 65604)
        : LinkedInErrors.Plain(401, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user", 65601);

    public IResult RateLimited(HttpContext context, string account, TimeSpan? wait) => Throttled();

    public IResult Broken(HttpContext context) => LinkedInErrors.Plain(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");

    /// <summary>Without an earlier post it names one that does not exist, as the real one has been seen to do.</summary>
    public IResult Duplicate(HttpContext context, SandboxPost? earlier) => LinkedInErrors.Duplicate(earlier?.Id ?? "urn:li:share:7141000000000000000");

    public IResult OutOfCredits(HttpContext context) => LinkedInErrors.Denied("Not enough permissions to access this resource");

    private static IResult Throttled() =>
        LinkedInErrors.Plain(429, "TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.", 101);

    private IResult? WrongVersion(string version)
    {
        if (version.Length == 0)
            return LinkedInErrors.Plain(400, "VERSION_MISSING", "A version must be present. Please specify a version by adding the LinkedIn-Version header.");
        if (version.Length != 6 || !version.All(char.IsAsciiDigit))
            return LinkedInErrors.Plain(400, "INVALID_VERSION", $"Requested version {version} is not of the form YYYYMM");
        return world.LinkedInVersions.Takes(version)
            ? null
            : LinkedInErrors.Plain(426, "NONEXISTENT_VERSION", $"Requested version {version} is not active");
    }
}
