namespace Recruit.Sandbox.Bluesky;

/// <summary>https://atproto.com/specs/xrpc#error-responses, read 2026-08.</summary>
public static class BlueskyErrors
{
    public static IResult Of(int status, string error, string message) => Answers.Of(status, new { error, message });

    public static IResult Invalid(string why) => Of(400, "InvalidRequest", why);

    public static IResult Swapped() => Of(400, "InvalidSwap", "Record was at bafyreih5another");

    public static IResult RateLimited() => Of(429, "RateLimitExceeded", "Rate Limit Exceeded");

    public static IResult Broken() => Of(500, "InternalServerError", "Internal Server Error");
}
