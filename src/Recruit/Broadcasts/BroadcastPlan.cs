using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Shell.Parts;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <param name="AnnounceAt">Null: as soon as approved.</param>
/// <param name="ReminderEveryDays">Null: no reminders.</param>
/// <param name="ClosingSoonDays">Days before the closing date; null: none.</param>
public sealed record BroadcastChoices(
    bool Announce,
    DateTimeOffset? AnnounceAt,
    int? ReminderEveryDays,
    int? ClosingSoonDays,
    bool FilledNotice,
    LatePolicy LatePolicy = LatePolicy.Skip);

/// <param name="DueAt">Null: as soon as approved, or at release for a notice.</param>
/// <param name="RenderedFor">The instant whose dates the copy states.</param>
public sealed record PlannedPost(Guid AccountId, Moment Moment, DateTimeOffset? DueAt, DateTimeOffset RenderedFor)
{
    /// <summary>How often the vacancy's moment was planned on the account before; the template's variants take turns.</summary>
    public int Turn { get; init; }

    public bool AwaitsRelease => Moment == Moment.Filled;
}

/// <summary>Accounts times moments: which posts, and when.</summary>
public sealed record BroadcastPlan(IReadOnlyList<PlannedPost> Posts, IReadOnlyList<string> Problems)
{
    /// <summary>Without a closing date reminders end here; the author may plan more later.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(60);

    private const int MaxReminders = 8;
    private const int LongestAhead = 10;

    public static BroadcastPlan Of(Vacancy vacancy, IReadOnlyList<Guid> accountIds, BroadcastChoices choices, DateTimeOffset now)
    {
        var problems = ProblemsOf(vacancy, accountIds, choices, now).ToList();
        if (problems.Count > 0)
            return new BroadcastPlan([], problems);

        var moments = Moments(vacancy, choices, now).ToList();
        return moments.Count == 0
            ? new BroadcastPlan([], ["Choose at least one moment that still lies ahead."])
            : new BroadcastPlan([.. from moment in moments
                                    from accountId in accountIds
                                    select new PlannedPost(accountId, moment.Moment, moment.DueAt, moment.DueAt ?? now)], []);
    }

    /// <summary>The plan with each due instant moved to where the account's cadence has room; one sentence for each that moved or found none.</summary>
    public (BroadcastPlan Plan, IReadOnlyList<string> Moved) Within(Vacancy vacancy, IReadOnlyDictionary<Guid, Account> accounts, PostingTimes times, DateTimeOffset now)
    {
        var notes = new List<string>();
        var posts = new List<PlannedPost>();
        foreach (var post in Posts)
        {
            var account = accounts[post.AccountId];
            var what = $"{post.Moment.Words()} on {account.Handle}";
            if (post.DueAt is not { } wished || times.Take(account, wished, vacancy.Department, vacancy.Facility!.Zone) is var at && at == wished)
                posts.Add(post);
            else if (at >= vacancy.ClosesAt)
                notes.Add($"{what} is left out: the account has no free time before the closing date.");
            else
            {
                posts.Add(post with { DueAt = at, RenderedFor = at });
                notes.Add($"{what} moves to {ZoneTime.Say(at, vacancy.Zone, now)}: the account posts {account.Cadence.Words()}.");
            }
        }

        return Posts.Count > 0 && posts.Count == 0
            ? (new BroadcastPlan([], ["No account has a free time before the closing date. Choose an earlier time, or other accounts."]), [])
            : (this with { Posts = posts }, notes);
    }

    /// <param name="earlier">How often each moment was planned on each account for this vacancy.</param>
    public BroadcastPlan InTurn(IReadOnlyDictionary<(Guid AccountId, Moment Moment), int> earlier)
    {
        var next = new Dictionary<(Guid, Moment), int>(earlier);
        return this with
        {
            Posts = [.. Posts.Select(post =>
            {
                var turn = next.GetValueOrDefault((post.AccountId, post.Moment));
                next[(post.AccountId, post.Moment)] = turn + 1;
                return post with { Turn = turn };
            })],
        };
    }

    private static IEnumerable<string> ProblemsOf(Vacancy vacancy, IReadOnlyList<Guid> accountIds, BroadcastChoices choices, DateTimeOffset now)
    {
        if (vacancy.State != VacancyState.Open)
            yield return "Open the vacancy first: only an open vacancy is broadcast.";
        if (accountIds.Count == 0)
            yield return "Choose at least one account.";
        if (choices.AnnounceAt <= now)
            yield return "The announcement's time has passed. Choose a later one, or send it as soon as it is approved.";
        if (choices.AnnounceAt > now.AddYears(LongestAhead))
            yield return $"Choose a time for the announcement within the next {LongestAhead} years.";
        if (vacancy.ClosesAt is { } closes && choices.AnnounceAt >= closes)
            yield return "The announcement lies after the closing date. Choose an earlier time.";
        if (choices.ReminderEveryDays is < 1 or > 90)
            yield return "Reminders come every 1 to 90 days.";
        if (choices.ClosingSoonDays is not null && vacancy.ClosesAt is null)
            yield return "Closing soon needs a closing date. Give the vacancy one, or leave this moment out.";
        if (choices.ClosingSoonDays is < 1 or > 30)
            yield return "Closing soon goes out 1 to 30 days before the closing date.";
    }

    private static IEnumerable<(Moment Moment, DateTimeOffset? DueAt)> Moments(Vacancy vacancy, BroadcastChoices choices, DateTimeOffset now)
    {
        if (choices.Announce)
            yield return (Moment.Announce, choices.AnnounceAt);

        // On whole minutes: nobody plans for the seconds at which they pressed a button.
        var start = choices.AnnounceAt ?? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var closingSoon = ClosingSoonAt(vacancy, choices, start);
        if (choices.ReminderEveryDays is { } days)
            foreach (var at in Reminders(vacancy, days, start, closingSoon))
                yield return (Moment.Reminder, at);

        if (closingSoon > now)
            yield return (Moment.ClosingSoon, closingSoon);
        if (choices.FilledNotice)
            yield return (Moment.Filled, null);
    }

    /// <summary>At the announcement's time of day where the work is, also after the clock has changed.</summary>
    private static IEnumerable<DateTimeOffset> Reminders(Vacancy vacancy, int everyDays, DateTimeOffset start, DateTimeOffset? closingSoon)
    {
        var end = closingSoon ?? vacancy.ClosesAt ?? start + Horizon;
        var local = vacancy.Zone.LocalTime(start);
        for (var count = 1; count <= MaxReminders; count++)
        {
            var at = vacancy.Zone.InstantOf(DateOnly.FromDateTime(local).AddDays(count * everyDays), TimeOnly.FromDateTime(local));
            if (at >= end)
                yield break;
            yield return at;
        }
    }

    private static DateTimeOffset? ClosingSoonAt(Vacancy vacancy, BroadcastChoices choices, DateTimeOffset start)
        => choices.ClosingSoonDays is { } days && vacancy.ClosesOn is { } closesOn
            ? vacancy.Zone.InstantOf(closesOn.AddDays(-days), TimeOnly.FromDateTime(vacancy.Zone.LocalTime(start)))
            : null;
}
