using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class SocialSecurityRuleTests
{
    private readonly SocialSecurityRule _rule = new();

    [Theory]
    [InlineData("Her number is 219-09-8765.")]
    [InlineData("Her number is 219 09 8765.")]
    [InlineData("Her number is 219.09.8765.")]
    [InlineData("SSN 219098765")]
    [InlineData("social security number: 078-05-1120")]
    [InlineData("Social Security # 2 1 9 0 9 8 7 6 5")]
    [InlineData("ss# 219098765")]
    [InlineData("２１９-０９-８７６５")]
    [InlineData("2l9-O9-8765")]
    [InlineData("219​-09-8765")]
    [InlineData("219–09–8765")]
    public void A_social_security_number_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-G" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Control number 858964400")]
    [InlineData("Requisition 219-09-8765")]
    [InlineData("Announcement 219-45-6789A")]
    [InlineData("219-00-8765")]
    [InlineData("000-12-3456")]
    [InlineData("666-12-3456")]
    [InlineData("219-09-0000")]
    [InlineData("111-11-1111")]
    [InlineData("078-05-1120")]
    [InlineData("Call 319-555-0108")]
    [InlineData("219-09 8765")]
    [InlineData("Helps people apply for Social Security and housing")]
    [InlineData("ZIP 52401-1234")]
    [InlineData("Job code A-219-09-8765-7")]
    public void Numbers_of_the_employer_and_impossible_numbers_pass(string text) => _rule.Check(text).ShouldBeEmpty();

    [Fact]
    public void Employer_words_do_not_clear_a_block() =>
        _rule.Check("Her number is 219-09-8765.", "219-09-8765").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);

    [Fact]
    public void A_number_broken_over_two_lines_is_found() => _rule.Check("219-09-\n8765").ShouldHaveSingleItem().Length.ShouldBe(12);
}
