using Recruit.Vacancies;
using Xunit.Abstractions;

namespace Recruit.Tests.Vacancies;

/// <summary>Over AdTitles.tsv. Whoever changes the matcher looks at the tuned titles only, or the other figure means nothing.</summary>
public sealed class OccupationGuessTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<(string Title, string Code)> Titles = Read();

    [Fact]
    public void Titles_in_sight_while_tuning_get_their_occupation_first() => ShareRight("tuned", held: false).ShouldBeGreaterThan(0.95);

    [Fact]
    public void Titles_that_nobody_tuned_to_get_their_occupation_first() => ShareRight("held out", held: true).ShouldBeGreaterThan(0.9);

    [Fact]
    public void Every_title_names_an_occupation_of_the_list() => Titles.ShouldAllBe(one => Occupations.WithCode(one.Code) != null);

    [Theory]
    [InlineData("RN - ICU Nights $10k sign on", "29-1141.03")]
    [InlineData("PT PRN Acute Care (0.6 FTE)", "29-1123.00")]
    [InlineData("CNA - Med/Surg 7p-7a", "31-1131.00")]
    [InlineData("Ultrasound Tech II", "29-2032.00")]
    [InlineData("CNA PT nights", "31-1131.00")]
    [InlineData("RT (R) weekends", "29-2034.00")]
    [InlineData("RT nights", "29-1126.00")]
    [InlineData("Speech Pathologist, Boston, MA", "29-1127.00")]
    [InlineData("Regsitered Nurse", "29-1141.00")]
    [InlineData("Physician (Plastic Surgeon)", "29-1249.00")]
    public void Neighbors_decide_what_a_short_form_means(string title, string code) => Occupations.Match(title)[0].Occupation.Code.ShouldBe(code);

    [Fact]
    public void Each_occupation_is_named_once_best_first()
    {
        var matches = Occupations.Match("Registered Nurse, ICU");
        matches.Count.ShouldBe(5);
        matches.Select(match => match.Score).ShouldBeInOrder(SortDirection.Descending);
        matches.Select(match => match.Occupation.Code).ShouldBeUnique();
    }

    [Theory]
    [InlineData("$$$ (((--")]
    [InlineData("\ud800 \u200d 🌟🌟")]
    [InlineData("看護師")]
    public void What_names_nothing_is_survived(string title) => Occupations.Match(title).ShouldBeEmpty();

    private double ShareRight(string set, bool held)
    {
        var chosen = Titles.Where((_, place) => place % 3 == 2 == held).ToList();
        var right = chosen.Count(one => Occupations.Match(one.Title) is [var first, ..] && first.Occupation.Code == one.Code);
        output.WriteLine($"{set}: {right} of {chosen.Count} right, {100.0 * right / chosen.Count:F1} %");
        return (double)right / chosen.Count;
    }

    private static List<(string Title, string Code)> Read()
    {
        using var reader = new StreamReader(typeof(OccupationGuessTests).Assembly.GetManifestResourceStream("AdTitles.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];
    }
}
