using System.Globalization;

namespace Recruit.Channels.X;

/// <summary>What X's refusals mean. Shapes and statuses: https://docs.x.com/x-api/fundamentals/response-codes-and-errors (read 2026-08-22).</summary>
public static class XErrors
{
    private static readonly TimeSpan UnknownWait = TimeSpan.FromMinutes(15);

    // The daily groups are not documented, but come on some plans: https://github.com/PLhery/node-twitter-api-v2/pull/618 (2025-09-04).
    private static readonly string[] LimitGroups = ["x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"];

    public static Setback Explain(Answer answer, DateTimeOffset now)
    {
        var problem = answer.Read<XProblem>(XWire.Json);
        var words = problem?.Words.FirstOrDefault();

        var setback = answer.Status switch
        {
            401 => new Setback(SetbackKind.SignedOut, "X no longer accepts this account's token. Connect the account again."),
            402 => new Setback(SetbackKind.Stopped, "The credits of the X developer account are used up. Buy credits, then resume the account."),
            // The type is about:blank, so only the words tell it apart: https://github.com/akrherz/iembot/issues/163 (2026-02-13).
            403 when answer.Body.Contains("duplicate content", StringComparison.OrdinalIgnoreCase)
                => new Setback(SetbackKind.Duplicate, "X says that it has this text already."),
            403 when problem?.Types.Any(type => type.EndsWith("/not-authorized-for-resource", StringComparison.Ordinal)) is true
                => new Setback(SetbackKind.Refused, Quote("X does not let this account do that.", words)),
            403 => new Setback(SetbackKind.Stopped, Quote("X refuses to act for this account.", words)),
            404 or 410 => new Setback(SetbackKind.Gone, Quote("X does not know what was asked for.", words)),
            // A gateway's time-out says nothing about what happened behind it.
            408 => new Setback(SetbackKind.NoAnswer, "X did not finish in time."),
            429 => new Setback(SetbackKind.Throttled, "X allows no more calls for now.") { Until = RestsUntil(answer, now) },
            >= 400 and <= 499 => new Setback(SetbackKind.Refused, Quote("X refused the post.", words)),
            _ => new Setback(SetbackKind.NoAnswer, $"X answered with an error of its own ({answer.Status})."),
        };
        return setback with { RequestId = answer.RequestId };
    }

    /// <summary>When X takes calls again, because this one used up a limit; null while there are more.</summary>
    public static DateTimeOffset? LimitUsedUp(Answer answer, DateTimeOffset now)
        => LimitGroups.Any(group => answer.Header($"{group}-remaining") == "0") ? Resets(answer, now).Cast<DateTimeOffset?>().Max() : null;

    /// <summary>The scarcest of its limits; null when it names none.</summary>
    public static LimitLeft? Left(Answer answer, DateTimeOffset now)
        => (from name in LimitGroups
            where long.TryParse(answer.Header($"{name}-remaining"), CultureInfo.InvariantCulture, out _) && long.TryParse(answer.Header($"{name}-limit"), CultureInfo.InvariantCulture, out _)
            let remaining = long.Parse(answer.Header($"{name}-remaining")!, CultureInfo.InvariantCulture)
            let limit = long.Parse(answer.Header($"{name}-limit")!, CultureInfo.InvariantCulture)
            where limit > 0
            orderby (double)remaining / limit
            select new LimitLeft($"{remaining} of {limit} calls left",
                long.TryParse(answer.Header($"{name}-reset"), CultureInfo.InvariantCulture, out var reset) && reset > now.ToUnixTimeSeconds() && reset < now.AddHours(25).ToUnixTimeSeconds()
                    ? DateTimeOffset.FromUnixTimeSeconds(reset) : null)).FirstOrDefault();

    private static DateTimeOffset RestsUntil(Answer answer, DateTimeOffset now)
        => Resets(answer, now).Cast<DateTimeOffset?>().Max() ?? now + UnknownWait;

    private static IEnumerable<DateTimeOffset> Resets(Answer answer, DateTimeOffset now)
        => LimitGroups
            .Where(group => answer.Header($"{group}-remaining") is null or "0")
            .Select(group => long.TryParse(answer.Header($"{group}-reset"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0)
            // No group lasts longer than a day: a later reset is not one.
            .Where(seconds => seconds > now.ToUnixTimeSeconds() && seconds < now.AddHours(25).ToUnixTimeSeconds())
            .Select(DateTimeOffset.FromUnixTimeSeconds);

    private static string Quote(string sentence, string? words) => words is null ? sentence : $"{sentence} It says: {words}";
}
