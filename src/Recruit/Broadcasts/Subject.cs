using Recruit.Compliance;
using Recruit.Facilities;
using Recruit.Pictures;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>What a broadcast is about, as its words and its check need it: a closed set.</summary>
public abstract record Subject(IReadOnlyList<Vacancy> Vacancies)
{
    /// <summary>First instant at which something it tells of takes no applicants any more.</summary>
    public DateTimeOffset? ClosesAt => Vacancies.Min(vacancy => vacancy.ClosesAt);

    /// <summary>Names, numbers and addresses that are the employer's own, whatever they look like.</summary>
    public IReadOnlyList<string> EmployerWords => [.. Vacancies.SelectMany(EmployerWordsOf).Where(words => words.Length > 0).Distinct()];

    public abstract PayFacts? Pay { get; }

    /// <summary>What lists call its delivery: "ICU nurse, nights: announcement".</summary>
    public abstract string Label(Moment moment);

    /// <summary>The picture of a post about it; null when it has none: a notice that it is filled advertises nothing.</summary>
    public virtual CardFacts? Card(Moment moment) => null;

    public abstract CopyModel Model(string link, DateTimeOffset plannedFor);

    /// <summary>One opening, with its facility.</summary>
    public sealed record One(Vacancy Vacancy) : Subject([Vacancy])
    {
        public override PayFacts? Pay => Vacancy.Pay is { IsKnown: true } pay ? new PayFacts(pay.Min, pay.Max, pay.Unit.ToString()!.ToLowerInvariant(), pay.Currency) : null;

        public override CardFacts? Card(Moment moment) => moment == Moment.Filled ? null : Vacancy.Card;

        public override string Label(Moment moment) => $"{Vacancy.Title}: {moment.Words().ToLowerInvariant()}";

        public override CopyModel Model(string link, DateTimeOffset plannedFor) => CopyModel.Of(Vacancy, Vacancy.Facility!, link, plannedFor);
    }

    /// <summary>Several openings of one facility.</summary>
    /// <param name="Specialty">What they have in common; empty when it is the facility alone.</param>
    public sealed record Digest(Facility Facility, IReadOnlyList<Vacancy> Openings, string Specialty) : Subject(Openings)
    {
        /// <summary>Each opening was checked when it was opened; a digest has no pay of its own.</summary>
        public override PayFacts? Pay => null;

        public string Words => $"{Openings.Count} {(Openings.Count == 1 ? "opening" : "openings")} {(Specialty.Length > 0 ? $"in {FactText.InSentence(Specialty)}" : $"at {Name}")}";

        public override string Label(Moment moment) => $"{moment.Words()}: {Words}";

        public override CopyModel Model(string link, DateTimeOffset plannedFor) => CopyModel.OfDigest(Openings, Facility, Specialty, link, plannedFor);

        private string Name => Facility.ShortName.Length > 0 ? Facility.ShortName : Facility.Name;

        /// <summary>What belongs into it at an instant: open then, of the facility and the specialty; the newest first.</summary>
        /// <returns>Null when nothing does.</returns>
        public static Digest? Of(Facility facility, string specialty, IEnumerable<Vacancy> candidates, DateTimeOffset at)
        {
            var openings = candidates
                .Where(vacancy => vacancy.State == VacancyState.Open && vacancy.FacilityId == facility.Id && (specialty.Length == 0 || vacancy.Specialty == specialty) && !(vacancy.ClosesAt <= at))
                .OrderByDescending(vacancy => vacancy.OpenedAt).ThenBy(vacancy => vacancy.Title).ThenBy(vacancy => vacancy.Id).ToList();
            return openings.Count == 0 ? null : new Digest(facility, openings, specialty);
        }
    }

    private static IEnumerable<string> EmployerWordsOf(Vacancy vacancy) =>
        [vacancy.RequisitionId, vacancy.ContactName, vacancy.ContactEmail, vacancy.ContactPhone, vacancy.ApplyUrl, vacancy.Department, .. vacancy.Facility!.OwnWords()];
}
