using System.Collections.Frozen;

namespace Recruit.Sandbox.Mastodon;

/// <summary>A server's refusals. https://docs.joinmastodon.org/methods/statuses/#create, read 2026-07.</summary>
public static class MastodonRefusals
{
    public static IReadOnlyDictionary<string, Func<IResult>> All { get; } = new Dictionary<string, Func<IResult>>
    {
        ["401"] = () => MastodonErrors.Of(401, "The access token is invalid"),
        ["401-revoked"] = () => MastodonErrors.Of(401, "The access token was revoked"),
        ["403"] = () => MastodonErrors.Of(403, "This action is outside the authorized scopes"),
        ["403-disabled"] = () => MastodonErrors.Of(403, "Your login is currently disabled"),
        ["404"] = MastodonErrors.NotFound,
        ["422"] = () => MastodonErrors.Invalid($"Text character limit of {MastodonLength.Most} exceeded"),
        ["422-blank"] = () => MastodonErrors.Invalid("Text can't be blank"),
        ["429"] = MastodonErrors.RateLimited,
        ["500"] = MastodonErrors.Broken,
        ["502"] = () => Results.Text("<html>Bad Gateway</html>", "text/html", statusCode: 502),
        ["503"] = () => MastodonErrors.Of(503, "There was a temporary problem serving your request, please try again"),
        ["504"] = () => Results.Text("", statusCode: 504),
    }.ToFrozenDictionary();
}
