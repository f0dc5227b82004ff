using System.Text.RegularExpressions;

namespace Recruit.Channels.LinkedIn;

/// <summary>What LinkedIn's refusals mean: https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling (read 2026-08-22).</summary>
public static partial class LinkedInErrors
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromMinutes(15);

    public static Setback Explain(Answer answer, string version, DateTimeOffset now)
    {
        var problem = answer.Read<LinkedInProblem>(LinkedInWire.Json);
        var words = string.Join(' ', problem?.Words ?? []);
        var codes = problem?.Codes.ToList() ?? [];

        var setback = answer.Status switch
        {
            _ when answer.Status == 426 || codes.Contains("NONEXISTENT_VERSION") => new Setback(SetbackKind.Stopped,
                $"LinkedIn has switched off version {version} of its interface. Set Channels:LinkedIn:Version to one that it takes, such as {ApiVersion.SuggestedMonth(now)}, start Recruit again, then let the account go on.") { IsOfVersion = true },
            401 => new Setback(SetbackKind.SignedOut, "LinkedIn no longer accepts this account's token. Connect the account again."),
            403 => new Setback(SetbackKind.Stopped, Quote("LinkedIn refuses to act for this account.", words)),
            404 => new Setback(SetbackKind.Gone, Quote("LinkedIn does not know what was asked for.", words)),
            // A gateway's time-out says nothing about what happened behind it.
            408 => new Setback(SetbackKind.NoAnswer, "LinkedIn did not finish in time."),
            // 409 is also said of two writes at once. Either way the timeline must be read before anything is sent again.
            409 => Duplicate(answer.Body),
            400 or 422 when Mentions(answer.Body, "duplicate") => Duplicate(answer.Body),
            400 or 422 when Mentions(words, "audience") || Mentions(words, "target") => new Setback(SetbackKind.Refused,
                Quote("LinkedIn refused the audience: it must reach more than 300 followers. Widen it, or send to everyone.", words)),
            429 => new Setback(SetbackKind.Throttled, "LinkedIn allows no more calls for now.") { Until = RestsUntil(words, now) },
            >= 400 and <= 499 => new Setback(SetbackKind.Refused, Quote("LinkedIn refused the post.", words)),
            _ => new Setback(SetbackKind.NoAnswer, $"LinkedIn answered with an error of its own ({answer.Status})."),
        };
        return setback with { RequestId = answer.RequestId };
    }

    // The urn may name a post that is long gone: https://github.com/ComposioHQ/composio/issues/2710 (2026-02-22).
    private static Setback Duplicate(string body) => new(SetbackKind.Duplicate, "LinkedIn says that it has this post already.")
    {
        RemoteId = PostUrn().Match(body) is { Success: true } urn ? urn.Value : null,
    };

    // Daily limits end at midnight UTC, and no header tells which limit was met:
    // https://learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits (read 2026-08-22).
    private static DateTimeOffset RestsUntil(string words, DateTimeOffset now)
        => Mentions(words, "short") || Mentions(words, "minute") || Mentions(words, "second")
            ? now + ShortWait
            : new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    private static bool Mentions(string words, string what) => words.Contains(what, StringComparison.OrdinalIgnoreCase);

    private static string Quote(string sentence, string words) => words.Length == 0 ? sentence : $"{sentence} It says: {words}";

    [GeneratedRegex(@"urn:li:(?:share|ugcPost):\d+")]
    private static partial Regex PostUrn();
}
