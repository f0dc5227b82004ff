using System.Globalization;

namespace Recruit.Sandbox.Mastodon;

public sealed class MastodonNetwork(World world) : INetwork
{
    private const int CallsPerWindow = 300;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RemovalWindow = TimeSpan.FromMinutes(30);

    /// <summary>What an application of a hospital may ask for.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["read:accounts", "read:statuses", "write:media", "write:statuses"];

    public string Key => Networks.Mastodon;

    public IReadOnlyDictionary<string, Func<IResult>> Refusals => MastodonRefusals.All;

    public void Stamp(HttpContext context) => context.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();

    public Task<string?> TokenAsync(HttpContext context) => Task.FromResult(context.BearerToken());

    public IResult? Admit(HttpContext context, string account, Call call)
    {
        // The header tells of the limit that is nearer.
        var allowance = world.Windows.Count($"{Key}/{account}", CallsPerWindow, Window);
        if (call.Limit > 0 && world.Windows.Count($"{Key}/{account}/{call.Kind}", call.Limit, RemovalWindow) is var own && own.Remaining < allowance.Remaining)
            allowance = own;
        Tell(context, allowance);
        return allowance.IsSpent ? MastodonErrors.RateLimited() : null;
    }

    public IReadOnlyList<string> Needed(Call call) => call switch
    {
        { Kind: CallKind.Create or CallKind.Remove or CallKind.Edit } => ["write:statuses"],
        { Kind: CallKind.Upload } => ["write:media"],
        { Resource: "accounts" } => ["read:accounts"],
        { Resource: "statuses" } => ["read:statuses"],
        _ => [],
    };

    public IResult LacksScope(string scope) => MastodonErrors.Of(403, "This action is outside the authorized scopes");

    public IResult SignedOut(HttpContext context, string? token) => MastodonErrors.Of(401, token is null ? "The access token is invalid" : "The access token was revoked");

    public IResult RateLimited(HttpContext context, string account, TimeSpan? wait)
    {
        if (wait is { } after)
            Tell(context, new Allowance(CallsPerWindow, CallsPerWindow + 1, world.Now + after));
        else
            foreach (var name in new[] { "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset" })
                context.Response.Headers.Remove(name);
        return MastodonErrors.RateLimited();
    }

    public IResult Broken(HttpContext context) => MastodonErrors.Broken();

    /// <summary>Mastodon takes the same words any number of times; the nearest thing is a text that it will not have.</summary>
    public IResult Duplicate(HttpContext context, SandboxPost? earlier) => MastodonErrors.Invalid("Text can't be blank");

    public IResult OutOfCredits(HttpContext context) => MastodonErrors.Broken();

    private static void Tell(HttpContext context, Allowance allowance)
    {
        var headers = context.Response.Headers;
        headers["X-RateLimit-Limit"] = allowance.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = allowance.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = MastodonView.Instant(allowance.ResetAt);
    }
}
