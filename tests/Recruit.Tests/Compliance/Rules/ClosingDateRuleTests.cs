using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class ClosingDateRuleTests
{
    private readonly ClosingDateRule _rule = new();

    [Theory]
    [InlineData(-1, false, 1)]
    [InlineData(0, false, 1)]
    [InlineData(1, false, 0)]
    [InlineData(-1, true, 0)]
    public void Only_a_passed_date_that_the_copy_does_not_admit_blocks(int secondsLeft, bool saysClosed, int findings) =>
        _rule.Check(Drafts.Of("RN", DraftFacts.None with { ClosesAt = Drafts.Now.AddSeconds(secondsLeft), SaysClosed = saysClosed })).Length.ShouldBe(findings);

    [Fact]
    public void A_vacancy_without_a_closing_date_passes() => _rule.Check(Drafts.Of("RN")).ShouldBeEmpty();
}
