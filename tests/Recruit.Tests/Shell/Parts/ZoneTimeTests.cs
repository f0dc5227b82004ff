using Recruit.Shell.Parts;

namespace Recruit.Tests.Shell.Parts;

public sealed class ZoneTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-25T00:30:00Z", "America/Chicago", "today 18:30 CST")]
    [InlineData("2026-11-25T12:30:00Z", "America/Chicago", "tomorrow 06:30 CST")]
    [InlineData("2026-11-24T05:59:00Z", "America/Chicago", "yesterday 23:59 CST")]
    [InlineData("2026-11-27T12:30:00Z", "America/New_York", "Fri, Nov 27, 07:30 EST")]
    [InlineData("2026-07-01T13:00:00Z", "America/New_York", "Wed, Jul 1, 09:00 EDT")]
    [InlineData("2027-01-02T17:00:00Z", "America/Phoenix", "Jan 2, 2027, 10:00 MST")]
    [InlineData("2026-11-24T15:00:00Z", "Europe/Budapest", "today 16:00 UTC+1")]
    [InlineData("2026-11-24T15:00:00Z", "Asia/Kolkata", "today 20:30 UTC+5:30")]
    [InlineData("2026-11-24T15:00:00Z", "UTC", "today 15:00 UTC")]
    public void An_instant_is_said_in_its_zone(string instant, string zone, string said)
        => ZoneTime.Say(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone), Now).ShouldBe(said);

    [Fact]
    public void The_hour_that_comes_twice_in_autumn_is_told_apart()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        ZoneTime.Say(new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero), zone, Now).ShouldBe("Sun, Nov 1, 01:30 EDT");
        ZoneTime.Say(new DateTimeOffset(2026, 11, 1, 6, 30, 0, TimeSpan.Zero), zone, Now).ShouldBe("Sun, Nov 1, 01:30 EST");
    }
}
