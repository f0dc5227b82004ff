using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Recruit.Shell;

namespace Recruit.Vacancies;

public enum VacancySort
{
    Title,
    Facility,
    Specialty,
    State,
    ClosesOn,
    ChangedAt,
}

/// <summary>What the list shows. It stands in the address, so that every view can be linked and reloaded.</summary>
public sealed record VacancyFilter(
    string Text = "", VacancyState? State = null, Guid? FacilityId = null, string Specialty = "", VacancySort Sort = VacancySort.ChangedAt, bool Descending = true, int Page = 0)
{
    public bool IsNarrow => Text.Length > 0 || State is not null || FacilityId is not null || Specialty.Length > 0;

    public static VacancyFilter FromUrl(string url)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(url).Query);
        string Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
        var isSorted = Enum.TryParse<VacancySort>(Value("sort"), ignoreCase: true, out var sort);
        return new VacancyFilter(
            Value("q"),
            Enum.TryParse<VacancyState>(Value("state"), ignoreCase: true, out var state) ? state : null,
            Guid.TryParse(Value("facility"), out var facility) ? facility : null,
            Value("specialty"),
            isSorted ? sort : VacancySort.ChangedAt,
            !isSorted || Value("order") == "desc",
            int.TryParse(Value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page - 1 : 0);
    }

    public string ToUrl()
    {
        List<string> parts = [];
        void Add(string name, string value)
        {
            if (value.Length > 0)
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        Add("q", Text);
        Add("state", State?.ToString().ToLowerInvariant() ?? "");
        Add("facility", FacilityId?.ToString() ?? "");
        Add("specialty", Specialty);
        if (Sort != VacancySort.ChangedAt || !Descending)
        {
            Add("sort", Sort.ToString().ToLowerInvariant());
            Add("order", Descending ? "desc" : "asc");
        }

        Add("page", Page > 0 ? (Page + 1).ToString(CultureInfo.InvariantCulture) : "");
        return parts.Count == 0 ? Urls.Vacancies : $"{Urls.Vacancies}?{string.Join('&', parts)}";
    }

    public IQueryable<Vacancy> Apply(IQueryable<Vacancy> vacancies)
    {
        foreach (var word in Text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            vacancies = vacancies.Where(vacancy => vacancy.SearchText.Contains(word));
        if (State is { } state)
            vacancies = vacancies.Where(vacancy => vacancy.State == state);
        if (FacilityId is { } facility)
            vacancies = vacancies.Where(vacancy => vacancy.FacilityId == facility);
        if (Specialty.Length > 0)
            vacancies = vacancies.Where(vacancy => vacancy.Specialty == Specialty);
        return vacancies;
    }

    /// <summary>In the order asked for; equal rows stand in the order of their ids, so that no row shows on two pages.</summary>
    public IQueryable<Vacancy> Order(IQueryable<Vacancy> vacancies)
    {
#pragma warning disable CA1304, CA1311 // The database lowers the letters, not this process.
        var ordered = Sort switch
        {
            VacancySort.Title => By(vacancies, vacancy => vacancy.Title.ToLower()),
            VacancySort.Facility => By(vacancies, vacancy => vacancy.Facility!.Name.ToLower()),
            VacancySort.Specialty => By(vacancies, vacancy => vacancy.Specialty.ToLower()),
            VacancySort.State => By(vacancies, vacancy => vacancy.State == VacancyState.Open ? 0 : vacancy.State == VacancyState.Draft ? 1 : vacancy.State == VacancyState.Paused ? 2 : 3),
            // The databases disagree on where an empty date stands; here it is always last.
            VacancySort.ClosesOn => Descending
                ? vacancies.OrderBy(vacancy => vacancy.ClosesOn == null).ThenByDescending(vacancy => vacancy.ClosesOn)
                : vacancies.OrderBy(vacancy => vacancy.ClosesOn == null).ThenBy(vacancy => vacancy.ClosesOn),
            _ => By(vacancies, vacancy => vacancy.ChangedAt),
        };
#pragma warning restore CA1304, CA1311
        return ordered.ThenBy(vacancy => vacancy.Id);
    }

    private IOrderedQueryable<Vacancy> By<T>(IQueryable<Vacancy> vacancies, System.Linq.Expressions.Expression<Func<Vacancy, T>> key)
        => Descending ? vacancies.OrderByDescending(key) : vacancies.OrderBy(key);
}
