using Recruit.Channels;

namespace Recruit.Tests.Channels;

public class ApiVersionTests
{
    private static readonly ApiVersion Version = ApiVersion.OfMonth("202609", "Channels:LinkedIn:Version");

    [Theory]
    [InlineData("2026-11-24", null)]
    [InlineData("2027-07-02", null)]
    [InlineData("2027-07-03", "from September 1, 2027 on")]
    [InlineData("2027-08-31", "from September 1, 2027 on")]
    [InlineData("2027-09-01", "any day")]
    [InlineData("2028-01-01", "any day")]
    public void It_warns_sixty_days_before_its_year_is_over(string today, string? words)
    {
        var warning = Version.Warning("LinkedIn", DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        if (words is null)
            warning.ShouldBeNull();
        else
            warning.ShouldNotBeNull().ShouldContain(words);
        warning?.ShouldContain("Set Channels:LinkedIn:Version to a newer version");
    }
}
