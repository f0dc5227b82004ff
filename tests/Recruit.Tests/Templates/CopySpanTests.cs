using System.Text;
using Recruit.Templates;

namespace Recruit.Tests.Templates;

public class CopySpanTests
{
    [Fact]
    public void A_span_covers_exactly_the_words_of_its_fact()
    {
        var copy = Openings.Rendered("Hiring: {{ vacancy.title }} in {{ vacancy.place }}, {{ vacancy.pay }}. {{ link }}");

        Words(copy).ShouldBe([
            ("vacancy.title", "Registered Nurse, Intensive Care"),
            ("vacancy.place", "Rochester, MN"),
            ("vacancy.pay", "$38.50–$52.00 an hour"),
            ("link", Openings.Link)]);
    }

    [Fact]
    public void Spans_move_with_the_white_space_that_is_taken_out()
    {
        var copy = Openings.Rendered("\r\n\n   {{ vacancy.title }}   \r\n\n\n \t\n{{ vacancy.shift }}  \n\n  {{ vacancy.pay }}  \n\n");

        copy.Text.ShouldBe("Registered Nurse, Intensive Care\n\nNights, 7p–7a\n\n  $38.50–$52.00 an hour");
        Words(copy).ShouldBe([
            ("vacancy.title", "Registered Nurse, Intensive Care"),
            ("vacancy.shift", "Nights, 7p–7a"),
            ("vacancy.pay", "$38.50–$52.00 an hour")]);
    }

    [Fact]
    public void Spans_hold_when_the_text_is_composed()
    {
        var vacancy = Openings.IcuNurse();
        vacancy.Title = "Infirmie\u0300re de nuit";

        var copy = Openings.Rendered("Cafe\u0301, ano\u0303: {{ vacancy.title }} (e\u0301quipe) {{ vacancy.pay }}", vacancy);

        copy.Text.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        copy.Text.ShouldStartWith("Café, anõ: Infirmière de nuit (équipe)");
        Words(copy).ShouldBe([("vacancy.title", "Infirmière de nuit"), ("vacancy.pay", "$38.50–$52.00 an hour")]);
    }

    [Fact]
    public void A_mark_that_joins_the_words_before_it_breaks_nothing()
    {
        var vacancy = Openings.IcuNurse();
        vacancy.Title = "\u0301quipe";

        var copy = Openings.Rendered("e{{ vacancy.title }} {{ vacancy.shift }}", vacancy);

        copy.Text.ShouldBe("équipe Nights, 7p–7a");
        Words(copy)[1].ShouldBe(("vacancy.shift", "Nights, 7p–7a"));
    }

    [Fact]
    public void Loops_assignments_and_captures_lead_back_to_their_facts()
    {
        var copy = Openings.Rendered("""
            {{ for c in vacancy.credentials; c; end }}
            {{ where = vacancy.place; where }}
            {{ capture both }}{{ vacancy.city }} and {{ vacancy.state }}{{ end; both }}
            {{ hashtags[0] }} {{ vacancy.title | string.upcase }} {{ "the template's own" }}
            """);

        Words(copy).ShouldBe([
            ("vacancy.credentials", "Minnesota RN license"), ("vacancy.credentials", "BLS"), ("vacancy.credentials", "ACLS"),
            ("vacancy.place", "Rochester, MN"),
            ("vacancy.city+vacancy.state", "Rochester and MN"),
            ("hashtags", "NurseJobs"),
            ("vacancy.title", "REGISTERED NURSE, INTENSIVE CARE")]);
    }

    [Fact]
    public void An_expression_that_mixes_facts_names_them_all()
        => Openings.Rendered("{{ vacancy.title + ': ' + vacancy.highlight }}").Spans[0].Placeholder.ShouldBe("vacancy.highlight+vacancy.title");

    [Fact]
    public void A_digest_names_the_facts_of_its_openings()
    {
        var template = Openings.Template("{{ for vacancy in vacancies }}{{ vacancy.title }}\n{{ end }}");

        var copy = Openings.Rendered(CopyRenderer.Render(template, Openings.Digest(), Openings.Facebook));

        Words(copy).ShouldBe([
            ("vacancies.title", "Registered Nurse, Intensive Care"),
            ("vacancies.title", "Clinical Pharmacist"),
            ("vacancies.title", "Medical Coder")]);
    }

    private static List<(string, string)> Words(Copy copy)
        => [.. copy.Spans.Select(span => (span.Placeholder, copy.Text.Substring(span.Start, span.Length)))];
}
