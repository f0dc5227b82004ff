using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class AgeRuleTests
{
    private readonly AgeRule _rule = new();

    [Theory]
    [InlineData("Our 94-year-old patient danced")]
    [InlineData("She is 91 years old today")]
    [InlineData("62 and 94 yo patients of ours")]
    [InlineData("Helen, 94, of Ashby")]
    [InlineData("Grandpa turned 102 on our floor")]
    [InlineData("Happy 100th birthday to a special resident")]
    [InlineData("Ninety-three years young and walking")]
    [InlineData("ninety-one-year-old")]
    [InlineData("a centenarian on our unit")]
    [InlineData("He was born in 1931")]
    [InlineData("He is 97 and walks")]
    public void An_age_over_89_of_one_person_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-C" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("95 years of service")]
    [InlineData("A 100-year-old hospital")]
    [InlineData("patients 90 years old and older")]
    [InlineData("people over 90 years old")]
    [InlineData("We turned 100 this year")]
    [InlineData("Our 100th birthday as a hospital")]
    [InlineData("residents aged 70 to 100")]
    [InlineData("born in 1957")]
    [InlineData("The hospital was born in 1922")]
    [InlineData("Lifts up to 100 lbs")]
    [InlineData("94 % would recommend us")]
    [InlineData("Your first 90 days")]
    public void Ages_of_groups_and_of_the_hospital_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
