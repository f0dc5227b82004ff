using Recruit.Reach;
using Recruit.Tests.Support;

namespace Recruit.Tests.Reach;

public sealed class ClickLineTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Fact]
    public void Without_a_click_there_is_no_line() => ClickLine.Of([], Chicago, A.Now).ShouldBeNull();

    [Fact]
    public void Fresh_clicks_stand_by_hour_and_quiet_hours_are_zero()
    {
        var line = ClickLine.Of([Clicks(A.Now.AddHours(-2), 3), Clicks(A.Now.AddHours(-2), 1), Clicks(A.Now, 2)], Chicago, A.Now)!;

        line.IsHourly.ShouldBeTrue();
        line.Points.TakeLast(4).Select(point => point.Count).ShouldBe([0, 4, 0, 2]);
        line.Points[^1].Start.Hour.ShouldBe(9); // 15:00 UTC
    }

    [Fact]
    public void Older_clicks_stand_by_day_of_the_place()
    {
        // 03:00 UTC is still the evening before in Chicago.
        var night = new DateTimeOffset(2026, 2, 26, 3, 0, 0, TimeSpan.Zero);

        var line = ClickLine.Of([Clicks(night, 5)], Chicago, A.Now)!;

        line.IsHourly.ShouldBeFalse();
        line.Points.Single(point => point.Count == 5).Start.ShouldBe(new DateTime(2026, 2, 25));
    }

    private static HourOfClicks Clicks(DateTimeOffset at, int count) => new() { DeliveryId = Guid.CreateVersion7(), Hour = HourOfClicks.StartOf(at), Count = count };
}
