using System.Globalization;
using Recruit.Channels;
using Recruit.Notices;
using Recruit.Shell;

namespace Recruit.Accounts;

/// <summary>What people outside of the pages hear of an account. What the network said stays on the page: it may quote a post.</summary>
public static class AccountNotices
{
    /// <summary>Days before a token ends at which people are told, once each; the last one is told when it is reached, however late we look.</summary>
    public static IReadOnlyList<int> TokenDays { get; } = [30, 14, 7, 1];

    /// <summary>Days before a network's version should end at which people are told, once each; from the last one on it may be any day.</summary>
    public static IReadOnlyList<int> VersionDays { get; } = [60, 30, 14, 7, 1, 0];

    /// <summary>It sends nothing any more.</summary>
    public static Notice Rests(Account account, DateTimeOffset at) => account.State == AccountState.SignedOut
        ? Make(account, at, NoticeKinds.Token, $"rests:{account.Id}:{Stamp(at)}", $"{account.Handle} is signed out", "The network no longer takes its token. Its posts wait; connect it again.")
        : Make(account, at, NoticeKinds.NeedsYou, $"rests:{account.Id}:{Stamp(at)}", $"{account.Handle} sends nothing", "The network refused the account or its last posts. Its posts wait; the accounts page says what to do.");

    /// <summary>No next token will come by itself.</summary>
    public static Notice RenewalEnded(Account account, DateTimeOffset at) => Make(account, at, NoticeKinds.Token, $"renewal:{account.Id}:{Stamp(account.TokenEndsAt ?? at)}",
        $"{account.Handle} will be signed out", "Its token can no longer be renewed. Connect it again before it ends.");

    /// <summary>Null while no threshold is reached, or when nobody must do anything.</summary>
    public static Notice? TokenEnds(Account account, DateTimeOffset now)
    {
        if (account is not { TokenEndsAt: { } ends, RenewAt: null, State: AccountState.Active } || ends <= now)
            return null;

        var reached = TokenDays.LastOrDefault(days => ends - now <= TimeSpan.FromDays(days));
        return reached == 0 ? null : Make(account, now, NoticeKinds.Token, $"token:{account.Id}:{Stamp(ends)}:{reached}",
            $"{account.Handle} will be signed out in {(reached == 1 ? "a day" : $"{reached} days")} or less", "Its token ends, and no next one comes by itself. Connect it again before.");
    }

    /// <summary>Null while no threshold is reached.</summary>
    /// <param name="account">Any one on the network.</param>
    public static Notice? VersionEnds(Account account, string network, ApiVersion version, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var left = version.EndsOn.DayNumber - today.DayNumber;
        if (left > VersionDays[0] || version.Warning(network, today) is not { } warning)
            return null;

        var reached = VersionDays.LastOrDefault(days => left <= days);
        return Make(account, now, NoticeKinds.NeedsYou, $"version:{account.Channel}:{version.Name}:{reached}",
            left > 0 ? $"{network} may refuse Recruit's posts in {(reached == 1 ? "a day" : $"{reached} days")} or less" : $"{network} may refuse Recruit's posts any day", warning);
    }

    /// <summary>The network said so.</summary>
    /// <param name="account">Any one on the network.</param>
    public static Notice VersionEnded(Account account, string network, ApiVersion version, DateTimeOffset now) => Make(account, now, NoticeKinds.NeedsYou, $"version:{account.Channel}:{version.Name}:ended",
        $"{network} has switched off version {version.Name} of its interface", $"Nothing is sent to {network}, and its posts wait. Set {version.Setting} to a newer one, such as {ApiVersion.SuggestedMonth(now)}, start Recruit again, then let the accounts go on.");

    /// <summary>Most of the month's cap is spent.</summary>
    public static Notice NearCap(Account account, decimal spent, DateTimeOffset now) => Make(account, now, NoticeKinds.NeedsYou, $"near-cap:{account.Id}:{BillingMonth.Of(now).Number}:{account.MonthlyCap}",
        $"{account.Handle} nears its monthly cap", $"It has spent {Money.Say(spent)} of {Money.Say(account.MonthlyCap ?? 0)}. What exceeds the cap waits and asks a person.");

    /// <summary>It has been silent although openings are open.</summary>
    /// <param name="path">Where the next post is written.</param>
    public static Notice Dormant(Account account, DateTimeOffset? lastPostAt, string what, string path, DateTimeOffset now) => Make(account, now, NoticeKinds.Dormancy,
        $"dormant:{account.Id}:{(lastPostAt is { } at ? Stamp(at) : "never")}", $"{account.Handle} has been silent", what, path);

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static Notice Make(Account account, DateTimeOffset at, NoticeKinds kind, string key, string title, string text, string path = Urls.Accounts) => new()
    {
        Kind = kind,
        Key = key,
        Title = title,
        Text = text,
        Path = path,
        AboutId = account.Id,
        At = at,
    };
}
