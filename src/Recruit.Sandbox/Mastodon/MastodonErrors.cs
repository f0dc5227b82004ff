namespace Recruit.Sandbox.Mastodon;

/// <summary>https://docs.joinmastodon.org/entities/Error, read 2026-07.</summary>
public static class MastodonErrors
{
    public static IResult Of(int status, string error) => Answers.Of(status, new { error });

    public static IResult Invalid(string why) => Of(422, "Validation failed: " + why);

    public static IResult NotFound() => Of(404, "Record not found");

    public static IResult RateLimited() => Of(429, "Too many requests");

    public static IResult Broken() => Of(500, "We're sorry, but something went wrong on our end.");
}
