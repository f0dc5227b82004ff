using Recruit.Broadcasts;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

/// <summary>The facility's clock is Chicago's; A.Now is 9:00 there on March 2.</summary>
public class BroadcastPlanTests
{
    private static readonly Guid X = Guid.CreateVersion7();
    private static readonly Guid LinkedIn = Guid.CreateVersion7();

    [Fact]
    public void Accounts_times_moments_make_the_posts()
    {
        var plan = BroadcastPlan.Of(Open(), [X, LinkedIn], new BroadcastChoices(true, null, null, 3, true), A.Now);

        plan.Problems.ShouldBeEmpty();
        plan.Posts.Select(post => post.Moment).ShouldBe([Moment.Announce, Moment.Announce, Moment.ClosingSoon, Moment.ClosingSoon, Moment.Filled, Moment.Filled]);
        plan.Posts.Select(post => post.AccountId).ShouldBe([X, LinkedIn, X, LinkedIn, X, LinkedIn]);
    }

    [Fact]
    public void Only_the_notice_waits_for_its_release()
    {
        var posts = BroadcastPlan.Of(Open(), [X], new BroadcastChoices(true, null, null, null, true), A.Now).Posts;

        posts.Select(post => (post.Moment, post.AwaitsRelease)).ShouldBe([(Moment.Announce, false), (Moment.Filled, true)]);
        posts.ShouldAllBe(post => post.DueAt == null);
    }

    [Fact]
    public void Reminders_keep_the_time_of_day_through_the_spring_night()
        => Reminders(Chicago(2026, 3, 6, 9, 0), closesOn: new DateOnly(2026, 3, 11), everyDays: 2)
            .ShouldBe([Chicago(2026, 3, 8, 9, 0, -5), Chicago(2026, 3, 10, 9, 0, -5)]);

    [Fact]
    public void A_time_that_the_spring_night_skips_becomes_the_first_one_after_it()
        => Reminders(Chicago(2026, 3, 7, 2, 30), closesOn: new DateOnly(2026, 3, 9), everyDays: 1)
            .ShouldBe([Chicago(2026, 3, 8, 3, 0, -5), Chicago(2026, 3, 9, 2, 30, -5)]);

    [Fact]
    public void A_time_that_the_autumn_night_repeats_means_its_first_occurrence()
        => Reminders(Chicago(2026, 10, 31, 1, 30, -5), closesOn: new DateOnly(2026, 11, 2), everyDays: 1, now: Chicago(2026, 10, 30, 9, 0, -5))
            .ShouldBe([Chicago(2026, 11, 1, 1, 30, -5), Chicago(2026, 11, 2, 1, 30)]);

    [Fact]
    public void Reminders_end_where_closing_soon_begins()
    {
        var posts = BroadcastPlan.Of(Open(), [X], new BroadcastChoices(true, null, 7, 7, false), A.Now).Posts;

        // It closes on March 30, so closing soon goes out on March 23.
        posts.Select(post => post.Moment).ShouldBe([Moment.Announce, Moment.Reminder, Moment.Reminder, Moment.ClosingSoon]);
        posts[^1].DueAt.ShouldBe(Chicago(2026, 3, 23, 9, 0, -5));
    }

    [Fact]
    public void Without_a_closing_date_reminders_come_to_an_end()
    {
        var vacancy = A.Vacancy(with: open => open.ClosesOn = null, state: VacancyState.Open);

        BroadcastPlan.Of(vacancy, [X], new BroadcastChoices(false, null, 1, null, false), A.Now).Posts.Count.ShouldBe(8);
        BroadcastPlan.Of(vacancy, [X], new BroadcastChoices(false, null, 31, null, false), A.Now).Posts.Count.ShouldBe(1);
    }

    [Fact]
    public void Dates_are_told_as_seen_from_the_planned_instant()
    {
        var at = A.Now.AddDays(4);

        BroadcastPlan.Of(Open(), [X], new BroadcastChoices(true, at, null, null, false), A.Now).Posts[0].RenderedFor.ShouldBe(at);
    }

    public static TheoryData<BroadcastChoices, string> Impossible() => new()
    {
        { new BroadcastChoices(true, A.Now, null, null, false), "time has passed" },
        { new BroadcastChoices(true, A.Now.AddYears(11), 90, null, false), "within the next 10 years" },
        { new BroadcastChoices(true, A.Now.AddDays(60), null, null, false), "after the closing date" },
        { new BroadcastChoices(true, null, 0, null, false), "1 to 90 days" },
        { new BroadcastChoices(true, null, null, 31, false), "1 to 30 days" },
        { new BroadcastChoices(false, null, null, null, false), "at least one moment" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_planned_is_said(BroadcastChoices choices, string words)
    {
        var plan = BroadcastPlan.Of(Open(), [X], choices, A.Now);

        plan.Posts.ShouldBeEmpty();
        plan.Problems.ShouldContain(problem => problem.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_an_open_vacancy_is_broadcast_and_only_to_an_account()
        => BroadcastPlan.Of(A.Vacancy(), [], new BroadcastChoices(true, null, null, null, false), A.Now).Problems.Count.ShouldBe(2);

    [Fact]
    public void Closing_soon_needs_a_closing_date()
        => BroadcastPlan.Of(A.Vacancy(with: open => open.ClosesOn = null, state: VacancyState.Open), [X], new BroadcastChoices(true, null, null, 3, false), A.Now)
            .Problems.ShouldHaveSingleItem().ShouldContain("needs a closing date");

    private static Vacancy Open() => A.Vacancy(state: VacancyState.Open);

    private static List<DateTimeOffset> Reminders(DateTimeOffset announceAt, DateOnly closesOn, int everyDays, DateTimeOffset? now = null)
    {
        var vacancy = A.Vacancy(with: open => open.ClosesOn = closesOn, state: VacancyState.Open);
        var plan = BroadcastPlan.Of(vacancy, [X], new BroadcastChoices(true, announceAt, everyDays, null, false), now ?? A.Now);
        return [.. plan.Posts.Where(post => post.Moment == Moment.Reminder).Select(post => post.DueAt!.Value)];
    }

    private static DateTimeOffset Chicago(int year, int month, int day, int hour, int minute, int offset = -6)
        => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(offset));
}
