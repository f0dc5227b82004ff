using Recruit.Facilities;
using Recruit.Tests.Support;

namespace Recruit.Tests.Facilities;

public sealed class FacilityRulesTests
{
    [Fact]
    public void A_complete_facility_may_be_saved() => FacilityRules.ProblemsToSave(A.Facility()).ShouldBeEmpty();

    public static TheoryData<string, Action<Facility>> Mistakes => new()
    {
        { nameof(Facility.Name), facility => facility.Name = " " },
        { nameof(Facility.TimeZone), facility => facility.TimeZone = "Central" },
        { nameof(Facility.Country), facility => facility.Country = "USA" },
        { nameof(Facility.Region), facility => facility.Region = "Minnesota" },
        { nameof(Facility.Email), facility => facility.Email = "jobs" },
        { nameof(Facility.Website), facility => facility.Website = "www.example.org" },
        { nameof(Facility.Color), facility => facility.Color = "teal" },
        { nameof(Facility.Color), facility => facility.Color = "#ffee00" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_field(string field, Action<Facility> spoil)
        => FacilityRules.ProblemsToSave(A.Facility(with: spoil)).ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#000000", 21.0)]
    [InlineData("#767676", 4.54)]
    public void Contrast_is_measured_as_the_guidelines_say(string color, double ratio) => ColorContrast.AgainstWhite(color)!.Value.ShouldBe(ratio, 0.01);

    [Fact]
    public void Every_state_has_a_zone_that_exists() => UsStates.All.ShouldAllBe(state => Exists(state.Zone));

    [Theory]
    [InlineData("south carolina", "SC")]
    [InlineData(" oh ", "OH")]
    public void A_state_is_found_by_name_or_code(string text, string code) => UsStates.Find(text)!.Code.ShouldBe(code);

    private static bool Exists(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
