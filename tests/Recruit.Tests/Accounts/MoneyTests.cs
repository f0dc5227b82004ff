using Recruit.Accounts;

namespace Recruit.Tests.Accounts;

public class MoneyTests
{
    [Theory]
    [InlineData("0.2", "$0.20")]
    [InlineData("0.015", "$0.015")]
    [InlineData("0", "$0.00")]
    [InlineData("1234.5", "$1,234.50")]
    public void Cents_are_enough_until_they_are_not(string dollars, string words)
        => Money.Say(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(words);

    [Fact]
    public void Nothing_is_lost_on_the_way_to_the_database() => Money.FromMicros(Money.ToMicros(0.015m) * 3).ShouldBe(0.045m);

    [Fact]
    public void A_month_is_one_of_UTC_whatever_the_clock_on_the_wall_says()
    {
        var month = BillingMonth.Of(new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.FromHours(-6)));

        (month.Number, month.Start, month.End).ShouldBe((202612, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }
}
