using System.Globalization;

namespace Recruit.Channels.Mastodon;

/// <summary>What a server's refusals mean. Shapes: https://docs.joinmastodon.org/entities/Error; limits: https://docs.joinmastodon.org/api/rate-limits (read 2026-07-02).</summary>
public static class MastodonErrors
{
    // All calls of an account are counted in windows of five minutes.
    private static readonly TimeSpan UnknownWait = TimeSpan.FromMinutes(5);

    // Posts are counted over three hours; a later reset is none.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    public static Setback Explain(Answer answer, DateTimeOffset now)
    {
        var problem = answer.Read<MastodonProblem>(MastodonWire.Json);
        var words = problem?.ErrorDescription ?? problem?.Error;
        var setback = answer.Status switch
        {
            401 => new Setback(SetbackKind.SignedOut, "The Mastodon server no longer accepts this account's token. Connect the account again."),
            // A lacking scope, a suspended account and one that waits for approval have the same status.
            403 => new Setback(SetbackKind.Stopped, Quote("The Mastodon server refuses to act for this account.", words)),
            404 or 410 => new Setback(SetbackKind.Gone, Quote("The Mastodon server does not know what was asked for.", words)),
            // A gateway's time-out says nothing about what happened behind it.
            408 => new Setback(SetbackKind.NoAnswer, "The Mastodon server did not finish in time."),
            429 => new Setback(SetbackKind.Throttled, "The Mastodon server allows no more calls for now.") { Until = ResetOf(answer, now) ?? now + UnknownWait },
            >= 400 and <= 499 => new Setback(SetbackKind.Refused, Quote("The Mastodon server refused what was sent.", words)),
            _ => new Setback(SetbackKind.NoAnswer, $"The Mastodon server answered with an error of its own ({answer.Status})."),
        };
        return setback with { RequestId = answer.RequestId };
    }

    /// <summary>When the server takes calls again, because this one used up a limit; null while there are more.</summary>
    public static DateTimeOffset? LimitUsedUp(Answer answer, DateTimeOffset now)
        => answer.Header("X-RateLimit-Remaining") == "0" ? ResetOf(answer, now) : null;

    // A date in words, with or without fractions of a second; some forks send Unix seconds.
    private static DateTimeOffset? ResetOf(Answer answer, DateTimeOffset now)
    {
        var header = answer.Header("X-RateLimit-Reset");
        DateTimeOffset? reset = long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
        return reset > now && reset < now + LongestWait ? reset : null;
    }

    private static string Quote(string sentence, string? words) => string.IsNullOrEmpty(words) ? sentence : $"{sentence} It says: {words}";
}
