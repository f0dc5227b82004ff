using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class PatientContextRuleTests
{
    private readonly PatientContextRule _rule = new();

    [Theory]
    [InlineData("This 7-year-old boy swallowed a magnet")]
    [InlineData("Our patient from Ashby took his first steps today")]
    [InlineData("He coded twice in our ED on Tuesday night")]
    [InlineData("One of our dialysis patients got his kidney call")]
    [InlineData("She came to us after an overdose in March")]
    [InlineData("The county picked us for his stent")]
    [InlineData("Last night in the ER: a man with a fishhook in his eye")]
    [InlineData("The woman who was pulled from the river is awake")]
    public void A_story_about_one_patient_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-R" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Cares for patients with septic shock")]
    [InlineData("Patients aged 65 and older")]
    [InlineData("Our patient care technicians work nights")]
    [InlineData("Our resident physicians rotate through trauma")]
    [InlineData("When a patient falls, the nurse assesses for injury")]
    [InlineData("He or she reports to his or her supervisor")]
    [InlineData("If a child has a seizure, you know what to do")]
    [InlineData("Ensures that the patient is discharged with a ride home")]
    [InlineData("Supports a parent whose child is in surgery")]
    [InlineData("To care for him who shall have borne the battle")]
    public void Duties_toward_patients_pass(string text) => _rule.Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("A patient said our cooks are the best.")]
    [InlineData("Six months of chemo, and today somebody rang the bell.")]
    [InlineData("Hit by a truck in April, running in October.")]
    public void What_may_be_a_story_goes_to_a_reviewer(string text) =>
        _rule.Check(text).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Review);
}
