namespace Recruit.Channels.Facebook;

/// <summary>What Facebook's refusals mean, by code; its HTTP statuses tell little: https://developers.facebook.com/docs/graph-api/guides/error-handling (read 2026-08-22).</summary>
public static class FacebookErrors
{
    private const int NoSuchObject = 33;
    private const int MuchPercent = 80;
    private const int MostPercent = 95;
    private static readonly TimeSpan UnknownWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(30);

    public static Setback Explain(Answer answer, DateTimeOffset now)
    {
        var error = answer.Read<FacebookProblem>(FacebookWire.Json)?.Error;
        return Explain(answer, error, now) with { RequestId = error?.FbtraceId ?? answer.RequestId };
    }

    // Throttling comes first: it is often marked as transient, yet proves that nothing was done.
    private static Setback Explain(Answer answer, FacebookError? error, DateTimeOffset now) => error switch
    {
        _ when answer.Status == 429 || error?.Code is 4 or 17 or 32 or 341 or 613 or (>= 80000 and <= 80014)
            => new Setback(SetbackKind.Throttled, "Facebook allows no more calls for now.") { Until = RestsUntil(answer, now) },

        // Without Facebook's own error, nothing proves that Facebook refused.
        null or { Code: null } or { IsTransient: true } or { Code: 1 or 2 }
            => new Setback(SetbackKind.NoAnswer, $"Facebook answered with an error of its own ({answer.Status})."),

        { Code: 102 or 190 } => new Setback(SetbackKind.SignedOut, SignedOutBecause(error.ErrorSubcode)),
        { Code: 506 } => new Setback(SetbackKind.Duplicate, "Facebook says that this Page's last post was the same."),
        { Code: 368 } => new Setback(SetbackKind.Stopped, Quote("Facebook has blocked the Page for a while by its policies. Look at the Page before you resume.", error)),
        { Code: 2635 } => new Setback(SetbackKind.Stopped, "Facebook has switched off this version of its API. Raise Channels:Facebook:Version, then resume the account."),
        { Code: 200, ErrorSubcode: >= 2069030 and <= 2069033 } => new Setback(SetbackKind.Stopped, Quote("Facebook wants the token of the Page, not that of a person. Connect the account again and choose the Page.", error)),
        { Code: 3 or 10 or (>= 200 and <= 299) } => new Setback(SetbackKind.Stopped, Quote("Facebook refuses to act for this Page.", error)),
        { Code: 100, Message: { } message } when message.Contains("insights metric", StringComparison.OrdinalIgnoreCase)
            => new Setback(SetbackKind.Gone, "Facebook no longer knows this number."),
        { Code: 100, ErrorSubcode: NoSuchObject } => new Setback(SetbackKind.Gone, Quote("Facebook does not know what was asked for.", error)),
        { Code: 1609005 } => new Setback(SetbackKind.Refused, "Facebook could not read the link. Check that it opens from outside, then send again."),
        _ => answer.Status >= 500
            ? new Setback(SetbackKind.NoAnswer, $"Facebook answered with an error of its own ({answer.Status}).")
            : new Setback(SetbackKind.Refused, Quote("Facebook refused the post.", error)),
    };

    private static string SignedOutBecause(int? subcode) => subcode switch
    {
        458 => "Recruit was removed from the Page's apps. Connect the account again.",
        459 or 464 => "Facebook wants the person behind the token to sign in there first. Then connect the account again.",
        460 => "The password behind the token was changed. Connect the account again.",
        463 => "The token has expired. Connect the account again.",
        492 => "The person behind the token has no role on the Page any more. Connect the account again.",
        _ => "Facebook no longer accepts this account's token. Connect the account again.",
    };

    /// <summary>When to call again, by the usage that Facebook tells: a little later above 80 %, after a pause above 95 %, and not before the wait that it names. Null while there is room.</summary>
    public static DateTimeOffset? LimitUsedUp(Answer answer, DateTimeOffset now) => FacebookUsages.Of(answer) switch
    {
        { Minutes: > 0 and var minutes } => now.AddMinutes(minutes),
        { Percent: >= MostPercent } => now + UnknownWait,
        { Percent: >= MuchPercent } => now + ShortRest,
        _ => null,
    };

    /// <summary>By the fullest of its measures; null when it sent none.</summary>
    public static LimitLeft? Left(Answer answer) => FacebookUsages.Of(answer) is { Percent: > 0 and var percent } ? new LimitLeft($"{Math.Max(0, 100 - percent)} % of its calls left", null) : null;

    private static DateTimeOffset RestsUntil(Answer answer, DateTimeOffset now) => FacebookUsages.Of(answer).Minutes is > 0 and var minutes ? now.AddMinutes(minutes) : now + UnknownWait;

    private static string Quote(string sentence, FacebookError error)
        => (error.ErrorUserMsg ?? error.Message) is { Length: > 0 } words ? $"{sentence} It says: {words}" : sentence;
}
