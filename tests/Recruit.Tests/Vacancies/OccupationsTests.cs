using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class OccupationsTests
{
    [Fact]
    public void The_list_holds_every_occupation_once()
    {
        Occupations.All.Count.ShouldBeGreaterThan(150);
        Occupations.All.ShouldAllBe(occupation => occupation.Title.Length > 0);
        Occupations.WithCode("29-1141.03")!.Title.ShouldBe("Critical Care Nurses");
    }

    [Theory]
    [InlineData("icu nur", "29-1141.03")]
    [InlineData("29-1126", "29-1126.00")]
    [InlineData("resp ther", "29-1126.00")]
    [InlineData("registered nurse", "29-1141.00")]
    [InlineData("sterile", "31-9093.00")]
    [InlineData("PHARMACIST", "29-1051.00")]
    public void Typing_ahead_finds_the_occupation_first(string typed, string code) => Occupations.Find(typed)[0].Code.ShouldBe(code);

    [Fact]
    public void Nonsense_finds_nothing() => Occupations.Find("zzqq").ShouldBeEmpty();

    [Theory]
    [InlineData("Registered Nurse, ICU", "29-1141.03")]
    [InlineData("RN - MICU/CCU", "29-1141.03")]
    [InlineData("RN - Green House (Nights)", "29-1141.00")]
    [InlineData("REGISTERED NURSE (WOUND CARE)", "29-1141.00")]
    [InlineData("Regisered Nurse (RN) - Clinical Nurse Leader (Emergency Department)", "29-1141.00")]
    [InlineData("Medical Technologist 5/7/9", "29-2011.00")]
    [InlineData("Nurse Practitioner (Cardiothoracic Surgery)", "29-1171.00")]
    [InlineData("Licensed Practical Nurse (LPN) - Specialty Clinic", "29-2061.00")]
    [InlineData("Registered Respiratory Therapist", "29-1126.00")]
    [InlineData("X-Ray Technician, Bureau of Tuberculosis Control", "29-2034.00")]
    [InlineData("Optometrist", "29-1041.00")]
    [InlineData("Psychologist - Part Time", "19-3033.00")]
    [InlineData("Hospitalist", "29-1229.02")]
    public void A_title_gets_a_likely_occupation(string title, string code) => Occupations.Guess(title)?.Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("Blacksmith")]
    [InlineData("12345")]
    public void A_title_that_names_no_occupation_gets_none(string title) => Occupations.Guess(title).ShouldBeNull();
}
