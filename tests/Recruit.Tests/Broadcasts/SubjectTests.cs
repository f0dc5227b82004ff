using Recruit.Broadcasts;
using Recruit.Facilities;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class SubjectTests
{
    private readonly Facility _lakeside = A.Facility();

    [Theory]
    [InlineData("Critical care", 7, "Digest: 7 openings in critical care")]
    [InlineData("ICU", 1, "Digest: 1 opening in ICU")]
    [InlineData("", 2, "Digest: 2 openings at Lakeside")]
    public void A_digest_is_called_by_what_it_tells_of(string specialty, int count, string label)
        => Digest(specialty, Enumerable.Range(0, count).Select(_ => Open(row => row.Specialty = specialty.Length > 0 ? specialty : "Anything")))!.Label(Moment.Digest).ShouldBe(label);

    [Fact]
    public void What_is_not_open_at_its_time_or_belongs_elsewhere_is_left_out()
    {
        var open = Open();

        var digest = Digest("Critical care",
        [
            open,
            A.Vacancy(_lakeside, state: VacancyState.Paused),
            A.Vacancy(_lakeside, state: VacancyState.Filled),
            A.Vacancy(_lakeside),
            Open(row => row.Specialty = "Oncology"),
            Open(row => row.ClosesOn = A.Today),
            A.Vacancy(A.Facility("Elsewhere"), state: VacancyState.Open),
        ])!;

        digest.Openings.ShouldBe([open]);
        digest.ClosesAt.ShouldBe(open.ClosesAt);
    }

    [Fact]
    public void Without_an_opening_there_is_no_digest() => Digest("", [A.Vacancy(_lakeside, state: VacancyState.Filled)]).ShouldBeNull();

    [Fact]
    public void The_first_of_its_closing_dates_ends_it()
        => Digest("", [Open(row => row.ClosesOn = null), Open(row => row.ClosesOn = A.Today.AddDays(9)), Open(row => row.ClosesOn = A.Today.AddDays(5))])!
            .ClosesAt.ShouldBe(Open(row => row.ClosesOn = A.Today.AddDays(5)).ClosesAt);

    private Vacancy Open(Action<Vacancy>? with = null) => A.Vacancy(_lakeside, with, VacancyState.Open);

    private Subject.Digest? Digest(string specialty, IEnumerable<Vacancy> candidates) => Subject.Digest.Of(_lakeside, specialty, candidates, A.Now.AddDays(1));
}
