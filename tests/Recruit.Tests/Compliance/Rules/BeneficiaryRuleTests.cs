using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class BeneficiaryRuleTests
{
    private readonly BeneficiaryRule _rule = new();

    [Theory]
    [InlineData("1EG4-TE5-MK73")]
    [InlineData("1EG4TE5MK73")]
    [InlineData("Medicare number 1eg4 te5 mk73")]
    [InlineData("Member ID XQH448812093")]
    [InlineData("Policy number KX88210934")]
    [InlineData("Medicaid ID 83021944A")]
    [InlineData("Subscriber # 448120933")]
    public void The_insurance_number_of_a_person_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-I" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("1SG4-TE5-MK73")]
    [InlineData("Verifies member ID numbers and copayments")]
    [InlineData("Explains Medicare and Medicaid benefits")]
    [InlineData("Requisition 1EG4TE5MK73")]
    [InlineData("Health plan of 40,000 members")]
    [InlineData("Group 12 of the cohort")]
    public void Words_about_insurance_and_employer_numbers_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
