using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class RareCharacteristicRuleTests
{
    private readonly RareCharacteristicRule _rule = new();

    [Theory]
    [InlineData("The mayor's wife chose our birth center for her twins")]
    [InlineData("The county judge picked us for his stent")]
    [InlineData("We treated the sheriff for chest pain")]
    [InlineData("Remember the crash you saw on Channel 9? Our surgeons put him back together.")]
    [InlineData("Our only set of quadruplets this year went home")]
    public void Somebody_whom_the_town_knows_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-R" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("The judge advocate's office shares a campus")]
    [InlineData("Inmates receive primary care on site")]
    [InlineData("Our youngest unit opened last year")]
    [InlineData("Only two weekends a month")]
    [InlineData("The principal investigator leads the treatment trial")]
    public void Ordinary_words_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
