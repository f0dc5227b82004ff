using System.Globalization;

namespace Recruit.Channels.Bluesky;

/// <summary>What refusals mean, by their names: https://atproto.com/specs/xrpc#error-responses (read 2026-08-20). That Bluesky's own servers say the same as the published server is assumed.</summary>
public static class BlueskyErrors
{
    private static readonly TimeSpan UnknownWait = TimeSpan.FromMinutes(5);

    // Writes are counted over a day; a later reset is none.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(25);

    public static Setback Explain(Answer answer, DateTimeOffset now)
    {
        var problem = answer.Read<BlueskyProblem>(BlueskyWire.Json);
        return (answer.Status, problem?.Error) switch
        {
            (429, _) => new Setback(SetbackKind.Throttled, "Bluesky allows no more calls for now.") { Until = ResetOf(answer, now) ?? now + UnknownWait },
            (501, _) => new Setback(SetbackKind.Stopped, "This server does not know what Recruit asked. Check the account's server."),
            // A gateway's time-out says nothing about what happened behind it.
            (408 or >= 500, _) => new Setback(SetbackKind.NoAnswer, $"Bluesky answered with an error of its own ({answer.Status})."),
            (_, "AccountTakedown" or "AccountSuspended" or "AccountDeactivated" or "RepoTakendown" or "RepoSuspended" or "RepoDeactivated" or "RepoNotFound")
                => new Setback(SetbackKind.Stopped, Quote("Bluesky refuses to act for this account.", problem)),
            (_, "ExpiredToken" or "InvalidToken" or "AuthMissing" or "AuthenticationRequired") or (401, _)
                => new Setback(SetbackKind.SignedOut, "Bluesky no longer accepts this account's session. Connect the account again."),
            // Under this key stands another record: an earlier try of ours, or a foreign one. Reading back tells.
            (_, "InvalidSwap") => new Setback(SetbackKind.Duplicate, "Bluesky says that a post stands under this key already."),
            (_, "RecordNotFound") => new Setback(SetbackKind.Gone, "Bluesky holds no such post."),
            (403, _) => new Setback(SetbackKind.Stopped, Quote("Bluesky refuses to act for this account.", problem)),
            (404 or 410, _) => new Setback(SetbackKind.Gone, Quote("Bluesky does not know what was asked for.", problem)),
            (>= 400 and <= 499, _) => new Setback(SetbackKind.Refused, Quote("Bluesky refused what was sent.", problem)),
            _ => new Setback(SetbackKind.NoAnswer, $"Bluesky answered with an error of its own ({answer.Status})."),
        };
    }

    /// <summary>When Bluesky takes calls again, because this one used up a limit; null while there are more.</summary>
    public static DateTimeOffset? LimitUsedUp(Answer answer, DateTimeOffset now) => answer.Header("RateLimit-Remaining") == "0" ? ResetOf(answer, now) : null;

    private static DateTimeOffset? ResetOf(Answer answer, DateTimeOffset now)
        => long.TryParse(answer.Header("RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > now.ToUnixTimeSeconds() && seconds < (now + LongestWait).ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string Quote(string sentence, BlueskyProblem? problem) => problem?.Message is { Length: > 0 } words ? $"{sentence} It says: {words}" : sentence;
}
