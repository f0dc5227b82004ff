using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class NamedPatientRuleTests
{
    private readonly NamedPatientRule _rule = new();

    [Theory]
    [InlineData("Mr. Grady went home after 19 days")]
    [InlineData("Baby Theo weighed one pound at birth")]
    [InlineData("Claire M. had her gallbladder out with us")]
    [InlineData("Thank you Gloria Pine for your kind words after your surgery")]
    [InlineData("Sitter needed for Ada K., dementia")]
    [InlineData("Mrs. Oduya's new knee looks great today")]
    public void A_name_beside_care_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-A" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Helen Keller Hospital needs a pharmacist")]
    [InlineData("The Mary Washington campus has free parking")]
    [InlineData("St. Joseph treats stroke")]
    [InlineData("Named for Dr. Ruth Ekdahl, the birth center opened in 1998")]
    [InlineData("We are a Baby Friendly hospital")]
    [InlineData("Runs the Alvin Ailey Memorial Clinic")]
    public void Names_of_places_pass(string text) => _rule.Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Meet Joan Ebel, LPN, employee of the month.")]
    [InlineData("Contact Ms. Moreno with questions.")]
    public void A_name_alone_goes_to_a_reviewer(string text) =>
        _rule.Check(text).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Review);

    [Fact]
    public void The_contact_of_the_vacancy_passes_also_by_surname() =>
        _rule.Check("Contact Ms. Moreno with questions.", "Ana Moreno").ShouldBeEmpty();

    [Fact]
    public void A_hospital_named_for_a_person_does_not_clear_its_namesake() =>
        _rule.Check("Mr. Grady went home after 19 days.", "Grady Memorial Hospital").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
}
