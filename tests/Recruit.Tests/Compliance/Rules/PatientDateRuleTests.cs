using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class PatientDateRuleTests
{
    private readonly PatientDateRule _rule = new();

    [Theory]
    [InlineData("DOB 03/14/1931")]
    [InlineData("date of birth: March 14, 1931")]
    [InlineData("admitted 10/12/2026")]
    [InlineData("discharged on October 19")]
    [InlineData("born on June 3")]
    [InlineData("Passed away on 2026-10-30")]
    [InlineData("surgery on Tuesday, October 6")]
    public void A_date_tied_to_care_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-C" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Apply by December 18, 2026")]
    [InlineData("Verifies name and date of birth")]
    [InlineData("born after December 31, 1959")]
    [InlineData("Interviews on January 4")]
    [InlineData("Orientation starts 1/5/2027")]
    [InlineData("Closes December 1, 2026")]
    public void Dates_of_the_vacancy_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
