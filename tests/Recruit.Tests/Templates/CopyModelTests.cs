using System.Text.RegularExpressions;
using Recruit.Shell;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Tests.Templates;

public partial class CopyModelTests
{
    [Fact]
    public void The_readme_lists_exactly_the_variables_that_there_are()
    {
        var listed = Listed().Matches(File.ReadAllText(Path.Combine(RecruitHome.Find([]).TemplatesFolder, "README.md"))).Select(match => match.Groups["name"].Value);

        var there = Openings.Model(Openings.IcuNurse()).Names.Concat(Openings.Digest().Names.Where(name => !name.StartsWith("vacancies.", StringComparison.Ordinal)))
            .Append("vacancies").Distinct();

        listed.Order(StringComparer.Ordinal).ShouldBe(there.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_opening_of_a_digest_has_the_facts_of_a_vacancy()
        => Members(Openings.Digest(), "vacancies.").ShouldBe(Members(Openings.Model(Openings.IcuNurse()), "vacancy."));

    [Theory]
    [InlineData("{{ vacancy.pay }}", "$38.50–$52.00 an hour")]
    [InlineData("{{ vacancy.sign_on_bonus }}", "$10,000")]
    [InlineData("{{ vacancy.hours }}", "36 hours a week")]
    [InlineData("{{ vacancy.fte }}", "0.9 FTE")]
    [InlineData("{{ vacancy.occupation }}", "registered nurse")]
    [InlineData("{{ vacancy.employment_type }}", "Full time")]
    [InlineData("{{ vacancy.opens_on }}", "December 28, 2026")]
    [InlineData("{{ vacancy.closes_on }}", "January 31")]
    [InlineData("{{ planned_on }}", "January 4")]
    [InlineData("{{ hashtags | array.join ' ' }}", "NurseJobs CriticalCare Nursing HealthcareJobs")]
    public void Facts_are_words(string text, string words) => Openings.Rendered(text).Text.ShouldBe(words);

    [Fact]
    public void The_planned_day_is_the_day_where_the_work_is()
    {
        var newYearsEveInRochester = new DateTimeOffset(2027, 1, 1, 5, 30, 0, TimeSpan.Zero);

        var copy = Openings.Rendered(CopyRenderer.Render(Openings.Template("{{ planned_on }} {{ vacancy.closes_on }}"),
            CopyModel.Of(Openings.IcuNurse(), Openings.StBrendans(), Openings.Link, newYearsEveInRochester), Openings.Facebook));

        copy.Text.ShouldBe("December 31 January 31, 2027");
    }

    [Fact]
    public void A_missing_fact_counts_as_missing()
    {
        var text = string.Concat(Members(Openings.Model(Openings.IcuNurse()), "vacancy.")
            .Except(["title", "remote", "openings", "city", "state", "place"]).Select(name => $"{{{{ if vacancy.{name} }}}}{name} {{{{ end }}}}"));

        Openings.Rendered("facts: " + text, new Vacancy { Title = "Nurse", Shift = "  " }).Text.ShouldBe("facts:");
    }

    [Fact]
    public void A_fact_is_one_clean_line()
    {
        var vacancy = Openings.IcuNurse();
        vacancy.Title = " Staff\u00a0 Nurse\r\n\t(ICU)\ufeff \ud800 ";

        Openings.Rendered("[{{ vacancy.title }}]", vacancy).Text.ShouldBe("[Staff Nurse (ICU)]");
    }

    private static List<string> Members(CopyModel model, string prefix)
        => [.. model.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..])];

    [GeneratedRegex(@"^\| `(?<name>[a-z_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
