using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class PayRangeRuleTests
{
    private readonly PayRangeRule _rule = new();

    [Theory]
    [InlineData(38, 56, "hour")]
    [InlineData(56, 56, "hour")]
    public void A_range_in_order_with_a_unit_passes(int min, int max, string unit) => Check(min, max, unit).ShouldBeEmpty();

    [Fact]
    public void A_range_in_the_wrong_order_blocks() => Check(56, 38, "hour").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);

    [Fact]
    public void Pay_without_a_unit_blocks() => Check(38, 56, "").ShouldHaveSingleItem().Reason.ShouldContain("what it is paid for");

    [Theory]
    [InlineData("Pay is $30 and up.")]
    [InlineData("Earn up to $60 an hour.")]
    [InlineData("$38.50/hour or more")]
    [InlineData("Starting at $31 an hour")]
    public void An_open_end_goes_to_a_reviewer(string text) => _rule.Check(text).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Review);

    [Theory]
    [InlineData("$38.50 - $56.20 an hour")]
    [InlineData("from $38 to $56 an hour")]
    [InlineData("Sign-on bonus up to $10,000")]
    [InlineData("Up to $5,250 in tuition help")]
    public void Both_ends_and_other_money_pass(string text) => _rule.Check(text).ShouldBeEmpty();

    private Finding[] Check(int min, int max, string unit) =>
        _rule.Check(Drafts.Of("RN, nights", DraftFacts.None with { Pay = new PayFacts(min, max, unit, "USD") }));
}
