using Recruit.Accounts;
using Recruit.Facilities;

namespace Recruit.Tests.Accounts;

public class CadenceTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
    private static readonly Cadence Nights = new() { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(6, 0) };

    private static DateTimeOffset At(int month, int day, int hour, int minute = 0) => Chicago.InstantOf(new DateOnly(2026, month, day), new TimeOnly(hour, minute));

    private static Cadence Only(TimeOnly from, TimeOnly to, params DayOfWeek[] days) => new() { Hours = [new PostingHours(days, from, to)] };

    [Fact]
    public void Nothing_binds_until_somebody_sets_it()
    {
        Cadence.None.Binds.ShouldBeFalse();
        Cadence.None.FreeFrom(At(3, 2, 3), Chicago, [At(3, 2, 3)]).ShouldBe(At(3, 2, 3));
    }

    [Fact]
    public void Quiet_hours_over_midnight_end_in_the_morning()
    {
        Nights.OpenFrom(At(3, 2, 23), Chicago).ShouldBe(At(3, 3, 6));
        Nights.OpenFrom(At(3, 3, 5, 59), Chicago).ShouldBe(At(3, 3, 6));
        Nights.OpenFrom(At(3, 3, 21, 59), Chicago).ShouldBe(At(3, 3, 21, 59));
    }

    [Fact]
    public void Posting_times_skip_the_weekend()
    {
        var office = Only(new TimeOnly(8, 0), new TimeOnly(18, 0), DayOfWeek.Monday, DayOfWeek.Friday);

        office.OpenFrom(At(3, 6, 18), Chicago).ShouldBe(At(3, 9, 8));
        office.OpenFrom(At(3, 2, 9, 15), Chicago).ShouldBe(At(3, 2, 9, 15));
    }

    [Fact]
    public void In_the_night_that_skips_an_hour_an_end_inside_the_gap_means_the_first_instant_after_it()
    {
        var quiet = new Cadence { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(2, 30) };

        quiet.OpenFrom(At(3, 7, 23), Chicago).ShouldBe(new DateTimeOffset(2026, 3, 8, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_posting_time_that_the_spring_night_skips_comes_a_week_later()
    {
        var sundays = Only(new TimeOnly(2, 10), new TimeOnly(2, 50), DayOfWeek.Sunday);

        sundays.OpenFrom(At(3, 7, 12), Chicago).ShouldBe(At(3, 15, 2, 10));
    }

    [Fact]
    public void In_the_night_with_a_doubled_hour_its_second_half_is_found_too()
    {
        var early = Only(new TimeOnly(1, 30), new TimeOnly(2, 0), DayOfWeek.Sunday);
        var tenPastOneForTheSecondTime = new DateTimeOffset(2026, 11, 1, 7, 10, 0, TimeSpan.Zero);

        early.OpenFrom(At(10, 31, 12), Chicago).ShouldBe(new DateTimeOffset(2026, 11, 1, 6, 30, 0, TimeSpan.Zero));
        early.OpenFrom(tenPastOneForTheSecondTime, Chicago).ShouldBe(new DateTimeOffset(2026, 11, 1, 7, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_day_with_the_doubled_hour_holds_no_more_than_its_cap()
    {
        var two = new Cadence { DailyCap = 2 };
        DateTimeOffset[] taken = [new(2026, 11, 1, 6, 30, 0, TimeSpan.Zero), new(2026, 11, 1, 7, 30, 0, TimeSpan.Zero)];

        two.FreeFrom(At(11, 1, 12), Chicago, taken).ShouldBe(At(11, 2, 0));
    }

    [Fact]
    public void The_gap_is_kept_on_both_sides()
    {
        var gap = new Cadence { GapMinutes = 30 };

        gap.FreeFrom(At(3, 2, 9), Chicago, [At(3, 2, 9, 20)]).ShouldBe(At(3, 2, 9, 50));
        gap.FreeFrom(At(3, 2, 9), Chicago, [At(3, 2, 8, 45), At(3, 2, 9, 30)]).ShouldBe(At(3, 2, 10));
        gap.FreeFrom(At(3, 2, 9), Chicago, [At(3, 2, 8, 30), At(3, 2, 9, 30)]).ShouldBe(At(3, 2, 9));
    }

    [Theory]
    [InlineData(0, null, "gap")]
    [InlineData(null, 0, "cap")]
    public void Impossible_numbers_are_refused(int? gap, int? cap, string about)
        => new Cadence { GapMinutes = gap, DailyCap = cap }.Problems().ShouldHaveSingleItem().ShouldContain(about);

    [Fact]
    public void Quiet_hours_may_not_swallow_all_posting_times()
        => (Only(new TimeOnly(23, 0), new TimeOnly(23, 30), DayOfWeek.Monday) with { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(6, 0) })
            .Problems().ShouldHaveSingleItem().ShouldContain("nothing could ever go out");

    [Fact]
    public void Quiet_hours_need_both_ends() => new Cadence { QuietFrom = new TimeOnly(22, 0) }.Problems().ShouldNotBeEmpty();

    [Fact]
    public void It_says_itself_in_words()
    {
        Cadence.None.Words().ShouldBe("at any time");
        (Nights with { GapMinutes = 120, DailyCap = 1 }).Words().ShouldBe("at least 2 hours apart, at most 1 post a day, quiet from 22:00 to 06:00");
    }
}
