using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class ConfirmedCareRuleTests
{
    private readonly ConfirmedCareRule _rule = new();

    [Theory]
    [InlineData("It was a pleasure caring for you and your family")]
    [InlineData("Thank you for trusting us with your knee replacement")]
    [InlineData("We have no record that you were ever a patient here")]
    [InlineData("My husband was on your ventilator for 41 days")]
    [InlineData("We are sorry your MRI took so long, Ben")]
    [InlineData("You were in good hands during your C-section")]
    [InlineData("We apologize for what happened during your mammogram")]
    public void Words_that_confirm_care_block(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-R" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Thank you for your comment. We cannot discuss anyone's care online.")]
    [InlineData("Thank you for considering a career with us")]
    [InlineData("We hope you will apply")]
    [InlineData("You will care for four patients on nights")]
    [InlineData("Your recovery time between call shifts is protected")]
    [InlineData("Glad to answer your questions about pay")]
    public void Words_to_applicants_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
