namespace Recruit.Vacancies;

/// <summary>What people and imports write into a vacancy: everything but its identity, state and history.</summary>
public static class VacancyFacts
{
    private static readonly Fact[] All =
    [
        Of(nameof(Vacancy.RequisitionId), "requisition id", vacancy => vacancy.RequisitionId, (vacancy, value) => vacancy.RequisitionId = value),
        Of(nameof(Vacancy.Title), "title", vacancy => vacancy.Title, (vacancy, value) => vacancy.Title = value),
        Of(nameof(Vacancy.OccupationCode), "occupation", vacancy => vacancy.OccupationCode, (vacancy, value) => vacancy.OccupationCode = value),
        Of(nameof(Vacancy.Specialty), "specialty", vacancy => vacancy.Specialty, (vacancy, value) => vacancy.Specialty = value),
        Of(nameof(Vacancy.Department), "department", vacancy => vacancy.Department, (vacancy, value) => vacancy.Department = value),
        Of(nameof(Vacancy.FacilityId), "facility", vacancy => vacancy.FacilityId, (vacancy, value) => vacancy.FacilityId = value),
        Of(nameof(Vacancy.Remote), "remote", vacancy => vacancy.Remote, (vacancy, value) => vacancy.Remote = value),
        Of(nameof(Vacancy.City), "city", vacancy => vacancy.City, (vacancy, value) => vacancy.City = value),
        Of(nameof(Vacancy.Region), "state", vacancy => vacancy.Region, (vacancy, value) => vacancy.Region = value),
        Of(nameof(Vacancy.Country), "country", vacancy => vacancy.Country, (vacancy, value) => vacancy.Country = value),
        Of(nameof(Vacancy.TimeZone), "time zone", vacancy => vacancy.TimeZone, (vacancy, value) => vacancy.TimeZone = value),
        Of(nameof(Vacancy.EmploymentType), "employment type", vacancy => vacancy.EmploymentType, (vacancy, value) => vacancy.EmploymentType = value),
        Of(nameof(Vacancy.Shift), "shift", vacancy => vacancy.Shift, (vacancy, value) => vacancy.Shift = value),
        Of(nameof(Vacancy.HoursPerWeek), "hours per week", vacancy => vacancy.HoursPerWeek, (vacancy, value) => vacancy.HoursPerWeek = value),
        Of(nameof(Vacancy.Fte), "FTE", vacancy => vacancy.Fte, (vacancy, value) => vacancy.Fte = value),
        Of(nameof(Vacancy.Pay), "pay", vacancy => vacancy.Pay, (vacancy, value) => vacancy.Pay = value),
        Of(nameof(Vacancy.SignOnBonus), "sign-on bonus", vacancy => vacancy.SignOnBonus, (vacancy, value) => vacancy.SignOnBonus = value),
        new(nameof(Vacancy.Credentials), "credentials", (left, right) => left.Credentials.SequenceEqual(right.Credentials), (to, from) => to.Credentials = from.Credentials),
        Of(nameof(Vacancy.Description), "description", vacancy => vacancy.Description, (vacancy, value) => vacancy.Description = value),
        Of(nameof(Vacancy.Highlight), "highlight", vacancy => vacancy.Highlight, (vacancy, value) => vacancy.Highlight = value),
        Of(nameof(Vacancy.ApplyUrl), "apply address", vacancy => vacancy.ApplyUrl, (vacancy, value) => vacancy.ApplyUrl = value),
        Of(nameof(Vacancy.ContactName), "contact", vacancy => vacancy.ContactName, (vacancy, value) => vacancy.ContactName = value),
        Of(nameof(Vacancy.ContactEmail), "contact mail", vacancy => vacancy.ContactEmail, (vacancy, value) => vacancy.ContactEmail = value),
        Of(nameof(Vacancy.ContactPhone), "contact phone", vacancy => vacancy.ContactPhone, (vacancy, value) => vacancy.ContactPhone = value),
        Of(nameof(Vacancy.Openings), "openings", vacancy => vacancy.Openings, (vacancy, value) => vacancy.Openings = value),
        Of(nameof(Vacancy.OpensOn), "opening date", vacancy => vacancy.OpensOn, (vacancy, value) => vacancy.OpensOn = value),
        Of(nameof(Vacancy.ClosesOn), "closing date", vacancy => vacancy.ClosesOn, (vacancy, value) => vacancy.ClosesOn = value),
    ];

    /// <summary>The facts that differ, in words.</summary>
    public static IReadOnlyList<string> Differences(Vacancy left, Vacancy right) => [.. All.Where(fact => !fact.AreEqual(left, right)).Select(fact => fact.Words)];

    /// <summary>Names of the properties that hold something.</summary>
    public static IReadOnlySet<string> Filled(Vacancy vacancy)
    {
        var blank = new Vacancy();
        return All.Where(fact => !fact.AreEqual(vacancy, blank)).Select(fact => fact.Property).ToHashSet();
    }

    /// <summary>Copies the facts that differ and says which.</summary>
    /// <param name="only">Names of the properties to copy; all when null.</param>
    public static IReadOnlyList<string> Copy(Vacancy from, Vacancy to, IReadOnlySet<string>? only = null)
    {
        var changed = All.Where(fact => (only is null || only.Contains(fact.Property)) && !fact.AreEqual(from, to)).ToList();
        changed.ForEach(fact => fact.Copy(to, from));
        return [.. changed.Select(fact => fact.Words)];
    }

    private static Fact Of<T>(string property, string words, Func<Vacancy, T> read, Action<Vacancy, T> write)
        => new(property, words, (left, right) => EqualityComparer<T>.Default.Equals(read(left), read(right)), (to, from) => write(to, read(from)));

    private sealed record Fact(string Property, string Words, Func<Vacancy, Vacancy, bool> AreEqual, Action<Vacancy, Vacancy> Copy);
}
