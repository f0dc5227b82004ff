using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class LinkRuleTests
{
    private static readonly DraftFacts NeedsLink = DraftFacts.None with { LinkRequired = true, LinkCode = "k7m2" };

    private readonly LinkRule _rule = new();

    [Fact]
    public void A_required_link_may_stand_in_the_text() =>
        _rule.Check(Drafts.Of("RN, nights https://jobs.valley.example/go/k7m2", NeedsLink)).ShouldBeEmpty();

    [Fact]
    public void A_required_link_may_stand_beside_the_text() =>
        _rule.Check(Drafts.Of("RN, nights", NeedsLink, "https://jobs.valley.example/go/k7m2")).ShouldBeEmpty();

    [Theory]
    [InlineData("RN, nights", null)]
    [InlineData("RN, nights https://jobs.valley.example/go/other", null)]
    [InlineData("RN, nights", "https://jobs.valley.example/go/other")]
    public void A_missing_or_foreign_link_blocks(string text, string? link) =>
        _rule.Check(Drafts.Of(text, NeedsLink, link)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);

    [Theory]
    [InlineData("Apply at bit.ly/3abc", null)]
    [InlineData("Apply at bit(dot)ly/3abc", null)]
    [InlineData("Apply", "https://tinyurl.com/abc")]
    public void A_shortened_link_goes_to_a_reviewer(string text, string? link) =>
        _rule.Check(Drafts.Of(text, link: link)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Review);

    [Fact]
    public void A_host_that_only_ends_like_a_shortener_passes() => _rule.Check(Drafts.Of("Apply at https://careers.part.com/x")).ShouldBeEmpty();
}
