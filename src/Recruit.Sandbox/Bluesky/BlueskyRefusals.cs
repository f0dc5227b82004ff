using System.Collections.Frozen;

namespace Recruit.Sandbox.Bluesky;

/// <summary>The refusals of a personal data server, by their names. https://github.com/bluesky-social/atproto/tree/main/lexicons, read 2026-08.</summary>
public static class BlueskyRefusals
{
    public static IReadOnlyDictionary<string, Func<IResult>> All { get; } = new Dictionary<string, Func<IResult>>
    {
        ["400"] = () => BlueskyErrors.Invalid("Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes"),
        ["ExpiredToken"] = () => BlueskyErrors.Of(400, "ExpiredToken", "Token has expired"),
        ["InvalidToken"] = () => BlueskyErrors.Of(400, "InvalidToken", "Token could not be verified"),
        ["InvalidSwap"] = BlueskyErrors.Swapped,
        ["RepoNotFound"] = () => BlueskyErrors.Of(400, "RepoNotFound", "Could not find repo"),
        ["AccountTakedown"] = () => BlueskyErrors.Of(401, "AccountTakedown", "Account has been taken down"),
        ["401"] = () => BlueskyErrors.Of(401, "AuthMissing", "Authentication Required"),
        ["403"] = () => BlueskyErrors.Of(403, "Forbidden", "Forbidden"),
        ["404"] = () => BlueskyErrors.Of(404, "XRPCNotSupported", "XRPCNotSupported"),
        ["413"] = () => BlueskyErrors.Of(413, "PayloadTooLarge", "request entity too large"),
        ["429"] = BlueskyErrors.RateLimited,
        ["500"] = BlueskyErrors.Broken,
        ["501"] = () => BlueskyErrors.Of(501, "MethodNotImplemented", "Method Not Implemented"),
        ["502"] = () => BlueskyErrors.Of(502, "UpstreamFailure", "Upstream Failure"),
        ["503"] = () => Results.Text("<html>Service Unavailable</html>", "text/html", statusCode: 503),
        ["504"] = () => BlueskyErrors.Of(504, "UpstreamTimeout", "Upstream Timeout"),
    }.ToFrozenDictionary();
}
