using Recruit.Accounts;
using Recruit.Facilities;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

public class DigestOrderTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    private static DateTimeOffset At(int month, int day, int hour, int minute = 0) => Chicago.InstantOf(new DateOnly(2026, month, day), new TimeOnly(hour, minute));

    private static DigestOrder On(DayOfWeek day, int hour, int minute = 0) => new(Guid.NewGuid(), "", day, new TimeOnly(hour, minute));

    // March 2 is a Monday.
    [Fact]
    public void It_comes_once_a_week_at_the_wall_clocks_time()
    {
        On(DayOfWeek.Monday, 9).NextAfter(At(3, 2, 8, 59), Chicago).ShouldBe(At(3, 2, 9));
        On(DayOfWeek.Monday, 9).NextAfter(At(3, 2, 9), Chicago).ShouldBe(At(3, 9, 9));
        On(DayOfWeek.Sunday, 23, 30).NextAfter(At(3, 2, 0), Chicago).ShouldBe(At(3, 8, 23, 30));
    }

    [Fact]
    public void The_week_is_as_long_as_the_wall_clock_says_when_the_clock_changes()
    {
        (At(3, 9, 9) - On(DayOfWeek.Monday, 9).NextAfter(At(3, 2, 8), Chicago)).ShouldBe(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        (At(11, 2, 9) - On(DayOfWeek.Monday, 9).NextAfter(At(10, 26, 8), Chicago)).ShouldBe(TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_time_that_the_night_skips_is_the_first_instant_after_the_gap()
    {
        var order = On(DayOfWeek.Sunday, 2, 30);

        order.NextAfter(At(3, 2, 9), Chicago).ShouldBe(new DateTimeOffset(2026, 3, 8, 8, 0, 0, TimeSpan.Zero));
        order.NextAfter(new DateTimeOffset(2026, 3, 8, 8, 0, 0, TimeSpan.Zero), Chicago).ShouldBe(At(3, 15, 2, 30));
    }

    [Fact]
    public void A_time_that_the_night_has_twice_comes_once()
    {
        var order = On(DayOfWeek.Sunday, 1, 30);

        var first = order.NextAfter(At(10, 31, 12), Chicago);
        first.ShouldBe(At(11, 1, 1, 30));
        order.NextAfter(first, Chicago).ShouldBe(At(11, 8, 1, 30));
        order.NextAfter(first.AddHours(1), Chicago).ShouldBe(At(11, 8, 1, 30));
    }

    [Fact]
    public void It_is_said_in_words() => On(DayOfWeek.Monday, 9).Words().ShouldBe("a digest on Mondays at 09:00");
}
