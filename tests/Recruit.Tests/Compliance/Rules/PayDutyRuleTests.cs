using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class PayDutyRuleTests
{
    private readonly PayDutyRule _rule = new();

    [Theory]
    [InlineData("VA", 2026, 6, 30, false)]
    [InlineData("VA", 2026, 7, 1, true)]
    [InlineData("DE", 2027, 9, 25, false)]
    [InlineData("DE", 2027, 9, 27, true)]
    [InlineData("TX", 2027, 1, 1, false)]
    public void The_law_of_the_state_counts_from_its_first_day(string state, int year, int month, int day, bool asked)
    {
        var reading = DraftReading.Of(Drafts.Of("RN, competitive pay") with { State = state })!;

        _rule.Check(reading, new DateOnly(year, month, day)).Any().ShouldBe(asked);
    }

    [Fact]
    public void A_range_is_enough_and_an_unknown_state_is_only_a_thought()
    {
        _rule.Check(Drafts.Of("Competitive pay, $34 - $49 an hour") with { State = "CO" }).ShouldBeEmpty();
        _rule.Check("Competitive pay").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Advice);
    }
}
