using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class VacancySlugTests
{
    [Theory]
    [InlineData("Registered Nurse, ICU (Nights)", "Duluth MN", "REQ-12", "registered-nurse-icu-nights-duluth-mn-req-12")]
    [InlineData("Médecin / Ärztin & Ørsted's", "São Paulo", "7", "medecin-arztin-and-orsteds-sao-paulo-7")]
    [InlineData("看護師", "", "IHS-16-BI-1614388-ESEP/MP", "1614388-esep-mp")]
    [InlineData("", "", "", "opening")]
    public void It_is_readable_ascii(string title, string place, string requisition, string expected)
        => VacancySlug.Make(title, place, requisition, _ => false).ShouldBe(expected);

    [Fact]
    public void A_taken_address_gets_a_number()
    {
        var taken = new HashSet<string> { "nurse-erie-1", "nurse-erie-1-2" };

        VacancySlug.Make("Nurse", "Erie", "1", taken.Contains).ShouldBe("nurse-erie-1-3");
    }

    [Fact]
    public void A_long_title_is_cut_at_a_word_and_fits_the_column()
    {
        var slug = VacancySlug.Make(string.Join(' ', Enumerable.Repeat("neonatology", 20)), new string('x', 90), new string('9', 90), _ => false);

        slug.Length.ShouldBeLessThanOrEqualTo(110);
        slug.ShouldStartWith("neonatology-neonatology-neonatology-neonatology-neonatology-xxx");
    }
}
