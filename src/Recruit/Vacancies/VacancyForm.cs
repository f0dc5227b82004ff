using Recruit.Facilities;

namespace Recruit.Vacancies;

/// <summary>What the editor's parts share: the vacancy being written, and the problems of each field.</summary>
public sealed class VacancyForm
{
    private readonly Vacancy _original = new();
    private readonly TimeProvider _clock;
    private IReadOnlyList<VacancyProblem> _refused = [];

    public VacancyForm(Vacancy vacancy, IReadOnlyList<Facility> facilities, TimeProvider clock)
    {
        (Vacancy, Facilities, _clock) = (vacancy, facilities, clock);
        IsForOpening = vacancy.State == VacancyState.Open;
        VacancyFacts.Copy(vacancy, _original);
    }

    public Vacancy Vacancy { get; }

    public IReadOnlyList<Facility> Facilities { get; }

    /// <summary>Whether the fields ask for all that a public opening needs, or only for what a draft must hold.</summary>
    public bool IsForOpening { get; set; }

    /// <summary>Told after a field changed.</summary>
    public Action? Changed { get; set; }

    public bool IsDirty => VacancyFacts.Differences(_original, Vacancy).Count > 0;

    public IReadOnlyList<VacancyProblem> Problems
    {
        get
        {
            var toSave = VacancyRules.ProblemsToSave(Vacancy);
            var own = IsForOpening && toSave.All(problem => problem.Field != nameof(Vacancy.TimeZone)) ? VacancyRules.ProblemsToOpen(Vacancy, Vacancy.Today(_clock.GetUtcNow())) : toSave;
            return [.. own, .. _refused];
        }
    }

    /// <summary>For a field's Validation: the sentences that stand below it.</summary>
    public Func<T, IEnumerable<string>> At<T>(string field) => _ => Sentences(field);

    public IReadOnlyList<string> Sentences(string field) => [.. Problems.Where(problem => problem.Field == field).Select(problem => problem.Sentence)];

    public void Change(Action<Vacancy> change)
    {
        change(Vacancy);
        Vacancy.Facility = Facilities.FirstOrDefault(facility => facility.Id == Vacancy.FacilityId);
        // What the save refused may be right now; the next save asks again.
        _refused = [];
        Changed?.Invoke();
    }

    /// <summary>Problems that only the database knows, such as a requisition id in use.</summary>
    public void Refuse(IReadOnlyList<VacancyProblem> problems)
    {
        _refused = [];
        var own = Problems;
        _refused = [.. problems.Except(own)];
    }

    public void Saved(Guid version)
    {
        Vacancy.Version = version;
        VacancyFacts.Copy(Vacancy, _original);
    }
}
