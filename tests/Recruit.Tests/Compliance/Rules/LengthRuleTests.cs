using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class LengthRuleTests
{
    private readonly LengthRule _rule = new();

    [Fact]
    public void A_text_at_the_limit_passes() => _rule.Check(Drafts.Of("RN, nights", length: 280)).ShouldBeEmpty();

    [Fact]
    public void A_text_over_the_limit_says_by_how_much() =>
        _rule.Check(Drafts.Of("RN, nights", length: 283)).ShouldHaveSingleItem().Advice.ShouldContain("at least 3");

    [Fact]
    public void An_empty_text_is_refused() => _rule.Check(Drafts.Of(" ")).ShouldHaveSingleItem().Rule.ShouldBe("LEN");
}
