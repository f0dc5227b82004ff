namespace Recruit.Vacancies;

/// <summary>The facts that a public opening needs, on top of what saving demands.</summary>
public static class OpeningRules
{
    // No legitimate US pay lies beyond these; a yearly amount under "hour" is the usual slip.
    private const decimal MostPerHour = 1_000;
    private const decimal LeastPerYear = 5_000;

    public static IEnumerable<VacancyProblem> Problems(Vacancy vacancy, DateOnly today)
        => [.. Role(vacancy), .. Place(vacancy), .. Work(vacancy), .. Words(vacancy), .. Dates(vacancy, today), .. LegalTexts(vacancy)];

    private static IEnumerable<VacancyProblem> Role(Vacancy vacancy)
    {
        if (vacancy.OccupationCode.Length == 0)
            yield return new(nameof(Vacancy.OccupationCode), "Choose the occupation: it decides who sees the opening on LinkedIn.");

        if (vacancy.Specialty.Length == 0 && vacancy.Department.Length == 0)
            yield return new(nameof(Vacancy.Specialty), "Enter the specialty or the department, for example Critical care.");

        if (Occupations.IsLicensed(vacancy.OccupationCode) && vacancy.Credentials.Count == 0)
            yield return new(nameof(Vacancy.Credentials), "Add the license or certification that this occupation needs and when it is due.");
    }

    private static IEnumerable<VacancyProblem> Place(Vacancy vacancy)
    {
        if (!vacancy.Remote && (vacancy.PlaceCity.Length == 0 || vacancy.PlaceRegion.Length == 0))
            yield return new(nameof(Vacancy.City), "Enter the city and state of the place of work, or mark it remote.");
    }

    private static IEnumerable<VacancyProblem> Work(Vacancy vacancy)
    {
        if (vacancy.EmploymentType is null)
            yield return new(nameof(Vacancy.EmploymentType), "Choose the employment type.");

        if (vacancy.Shift.Length == 0)
            yield return new(nameof(Vacancy.Shift), "Enter the shift, for example Nights, 7p–7a.");

        if (vacancy.HoursPerWeek is null && vacancy.Fte is null)
            yield return new(nameof(Vacancy.HoursPerWeek), "Enter the hours per week or the FTE.");

        if (!vacancy.Pay.IsKnown)
            yield return new(nameof(Vacancy.Pay), "Enter the pay range with its unit. A fixed pay has the same amount twice.");
        else if (vacancy.Pay is { Currency: "USD", Unit: PayUnit.Hour, Max: > MostPerHour })
            yield return new(nameof(Vacancy.Pay), "Check the pay unit: this is a lot for an hour.");
        else if (vacancy.Pay is { Currency: "USD", Unit: PayUnit.Year, Max: < LeastPerYear })
            yield return new(nameof(Vacancy.Pay), "Check the pay unit: this is little for a year.");

        if (vacancy.Openings < 1)
            yield return new(nameof(Vacancy.Openings), "Enter at least 1 opening.");
    }

    private static IEnumerable<VacancyProblem> Words(Vacancy vacancy)
    {
        if (vacancy.Description.Trim().Length == 0)
            yield return new(nameof(Vacancy.Description), "Describe the work, the team and what you offer.");

        if (vacancy.ApplyUrl.Length == 0)
            yield return new(nameof(Vacancy.ApplyUrl), "Enter the address where people apply, starting with https://.");
    }

    private static IEnumerable<VacancyProblem> Dates(Vacancy vacancy, DateOnly today)
    {
        if (vacancy.ClosesOn is { } closes && closes < today)
            yield return new(nameof(Vacancy.ClosesOn), "Choose a closing date that has not passed, or leave it empty.");
    }

    private static IEnumerable<VacancyProblem> LegalTexts(Vacancy vacancy)
    {
        if (vacancy.Facility is not { } facility)
            yield break;

        if (facility.EeoText.Trim().Length == 0)
            yield return new(nameof(Vacancy.FacilityId), $"Ask an administrator to add the equal opportunity text of {facility.Name}.");

        if (facility.AccommodationText.Trim().Length == 0 || facility.AccommodationContact.Trim().Length == 0)
            yield return new(nameof(Vacancy.FacilityId), $"Ask an administrator to add the accommodation text and contact of {facility.Name}.");
    }
}
