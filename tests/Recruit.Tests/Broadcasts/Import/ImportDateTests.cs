using Recruit.Broadcasts.Import;

namespace Recruit.Tests.Broadcasts.Import;

public sealed class ImportDateTests
{
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("12/31/2999")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_day_that_never_comes_is_none(string text)
    {
        var proposals = new List<string>();

        ImportDate.Read(text, "close_date", TimeZoneInfo.Utc, proposals).ShouldBeNull();

        proposals.ShouldBeEmpty();
    }
}
