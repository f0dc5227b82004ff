using System.Globalization;

namespace Recruit.Sandbox.X;

public sealed class XNetwork(World world) : INetwork
{
    public string Key => Networks.X;

    public IReadOnlyDictionary<string, Func<IResult>> Refusals => XRefusals.All;

    public void Stamp(HttpContext context) => context.Response.Headers["x-transaction-id"] = Guid.NewGuid().ToString("N")[..16];

    public Task<string?> TokenAsync(HttpContext context) => Task.FromResult(context.Request.Headers.Authorization.ToString().StartsWith("OAuth ", StringComparison.Ordinal) ? XSigned.TokenOf(context, world.Now) : context.BearerToken());

    public IResult? Admit(HttpContext context, string account, Call call)
    {
        var allowance = world.Windows.Count($"{Key}/{account}/{call.Resource}", call.Limit, world.Options.XWindow);
        Tell(context, allowance);
        return allowance.IsSpent ? XProblems.RateLimited() : null;
    }

    public IReadOnlyList<string> Needed(Call call) => XOAuth.Needed(call.Kind);

    public IResult LacksScope(string scope) => XProblems.Forbidden("You are not permitted to perform this action.");

    public IResult SignedOut(HttpContext context, string? token) => XProblems.Unauthorized();

    public IResult RateLimited(HttpContext context, string account, TimeSpan? wait)
    {
        if (wait is { } after)
        {
            var limit = int.Parse(context.Response.Headers["x-rate-limit-limit"].ToString(), CultureInfo.InvariantCulture);
            Tell(context, new Allowance(limit, limit + 1, world.Now + after));
        }
        else
        {
            foreach (var header in context.Response.Headers.Keys.Where(name => name.StartsWith("x-rate-limit-", StringComparison.Ordinal)).ToList())
                context.Response.Headers.Remove(header);
        }

        return XProblems.RateLimited();
    }

    public IResult Broken(HttpContext context) => XProblems.Broken();

    public IResult Duplicate(HttpContext context, SandboxPost? earlier) => XProblems.Duplicate();

    public IResult OutOfCredits(HttpContext context) => XProblems.OutOfCredits();

    private static void Tell(HttpContext context, Allowance allowance)
    {
        var headers = context.Response.Headers;
        headers["x-rate-limit-limit"] = allowance.Limit.ToString(CultureInfo.InvariantCulture);
        headers["x-rate-limit-remaining"] = allowance.Remaining.ToString(CultureInfo.InvariantCulture);
        // Rounded up, so that a client that waits to the second is let in.
        headers["x-rate-limit-reset"] = allowance.ResetAt.AddMilliseconds(999).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
