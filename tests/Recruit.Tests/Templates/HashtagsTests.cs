using Recruit.Templates;

namespace Recruit.Tests.Templates;

public class HashtagsTests
{
    [Theory]
    [InlineData("labor & delivery", "LaborAndDelivery")]
    [InlineData("ICU", "ICU")]
    [InlineData("Women's health", "WomensHealth")]
    [InlineData("Med/Surg", "MedSurg")]
    [InlineData("3 West", null)]
    [InlineData("", null)]
    [InlineData("an unusually long description of a specialty", null)]
    public void Words_become_one_tag_with_capitals(string words, string? tag) => Hashtags.CamelCase(words).ShouldBe(tag);

    [Fact]
    public void Without_any_fact_there_are_three_still()
        => Hashtags.For(null, null, remote: false).ShouldBe(["HealthcareJobs", "HospitalJobs", "HealthcareCareers"]);

    [Fact]
    public void A_specialty_named_like_the_field_is_not_said_twice()
        => Hashtags.For("Pharmacy", CopyOccupation.Of("29-1051.00"), remote: true).ShouldBe(["PharmacyJobs", "Pharmacy", "RemoteJobs", "HealthcareJobs"]);

    [Theory]
    [InlineData("29-1141.03", "registered nurse")]
    [InlineData("29-1229", "physician")]
    [InlineData("99", null)]
    [InlineData("", null)]
    public void An_occupation_is_found_by_its_code_or_its_group(string code, string? name) => CopyOccupation.Of(code)?.Name.ShouldBe(name);
}
