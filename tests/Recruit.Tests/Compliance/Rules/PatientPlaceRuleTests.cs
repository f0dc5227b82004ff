using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class PatientPlaceRuleTests
{
    private readonly PatientPlaceRule _rule = new();

    [Theory]
    [InlineData("We wish our friend in room 318 a speedy recovery")]
    [InlineData("Bed 12 pulled through")]
    [InlineData("The patient in 214 wants to thank you")]
    [InlineData("The gentleman in 512B is home")]
    public void A_bed_with_somebody_in_it_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-B" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Interviews in Room 12 of the annex")]
    [InlineData("120-bed hospital")]
    [InlineData("Our 14-room birth center")]
    [InlineData("Room for growth")]
    [InlineData("Beds are staffed 24/7")]
    [InlineData("Human resources, Room 110")]
    public void Rooms_for_interviews_pass(string text) => _rule.Check(text).ShouldBeEmpty();

    [Fact]
    public void A_room_alone_goes_to_a_reviewer() => _rule.Check("Room 22 is a hoot.").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Review);
}
