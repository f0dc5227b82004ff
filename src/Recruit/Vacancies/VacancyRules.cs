using System.Net.Mail;

namespace Recruit.Vacancies;

/// <param name="Field">Name of the property it is about.</param>
/// <param name="Sentence">What to do about it.</param>
public sealed record VacancyProblem(string Field, string Sentence);

/// <summary>What a vacancy must hold to be saved at all. What the public needs on top stands in <see cref="OpeningRules"/>.</summary>
public static class VacancyRules
{
    public const int LongestRequisitionId = 100;
    public const int LongestTitle = 200;
    private const int LastYear = 2200;
    public const int LongestLine = 200;
    public const int LongestHighlight = 300;
    public const int LongestDescription = 20_000;

    public static IReadOnlyList<VacancyProblem> ProblemsToSave(Vacancy vacancy)
        => [.. Facts(vacancy), .. Lengths(vacancy), .. Amounts(vacancy), .. Contact(vacancy)];

    /// <summary>Includes what saving demands.</summary>
    /// <param name="today">The day at the place of work, see <see cref="Vacancy.Today"/>.</param>
    public static IReadOnlyList<VacancyProblem> ProblemsToOpen(Vacancy vacancy, DateOnly today)
        => [.. ProblemsToSave(vacancy), .. OpeningRules.Problems(vacancy, today)];

    private static IEnumerable<VacancyProblem> Facts(Vacancy vacancy)
    {
        if (vacancy.RequisitionId.Trim().Length == 0)
            yield return new(nameof(Vacancy.RequisitionId), "Enter the requisition id from your applicant system, or make one up that is used once.");

        else if (vacancy.RequisitionId.Any(char.IsControl))
            yield return new(nameof(Vacancy.RequisitionId), "Keep the requisition id to letters, digits and signs that can be seen.");

        if (vacancy.Title.Trim().Length == 0)
            yield return new(nameof(Vacancy.Title), "Enter the title as applicants search for it, for example Registered Nurse, ICU.");
        else if (vacancy.Title.Any(char.IsControl))
            yield return new(nameof(Vacancy.Title), "Keep the title on one line.");

        if (vacancy.FacilityId == Guid.Empty)
            yield return new(nameof(Vacancy.FacilityId), "Choose the facility that hires.");

        if (vacancy.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(vacancy.TimeZone, out _))
            yield return new(nameof(Vacancy.TimeZone), "Choose a time zone from the list, or leave it empty for the facility's.");

        if (vacancy.OpensOn is { } opens && vacancy.ClosesOn is { } closes && closes < opens)
            yield return new(nameof(Vacancy.ClosesOn), "Choose a closing date on or after the opening date.");

        if (vacancy.ClosesOn is { Year: > LastYear })
            yield return new(nameof(Vacancy.ClosesOn), "Leave the closing date empty when there is none.");

        if (vacancy.ApplyUrl.Length > 0 && !IsHttps(vacancy.ApplyUrl))
            yield return new(nameof(Vacancy.ApplyUrl), "Enter the full address where people apply, starting with https://.");
    }

    private static IEnumerable<VacancyProblem> Lengths(Vacancy vacancy)
    {
        (string Field, string Text, int Most)[] limits =
        [
            (nameof(Vacancy.RequisitionId), vacancy.RequisitionId, LongestRequisitionId),
            (nameof(Vacancy.Title), vacancy.Title, LongestTitle),
            (nameof(Vacancy.Specialty), vacancy.Specialty, LongestLine),
            (nameof(Vacancy.Department), vacancy.Department, LongestLine),
            (nameof(Vacancy.City), vacancy.City, LongestLine),
            (nameof(Vacancy.Region), vacancy.Region, LongestLine),
            (nameof(Vacancy.Country), vacancy.Country, LongestLine),
            (nameof(Vacancy.Shift), vacancy.Shift, LongestLine),
            (nameof(Vacancy.Highlight), vacancy.Highlight, LongestHighlight),
            (nameof(Vacancy.ContactName), vacancy.ContactName, LongestLine),
            (nameof(Vacancy.Description), vacancy.Description, LongestDescription),
        ];
        return limits.Where(limit => limit.Text.Length > limit.Most)
            .Select(limit => new VacancyProblem(limit.Field, $"Shorten it to {limit.Most:N0} characters: it has {limit.Text.Length:N0}."))
            // PostgreSQL's text cannot hold it. The first two take no control character at all.
            .Concat(limits.Skip(2).Where(limit => limit.Text.Contains('\0', StringComparison.Ordinal))
                .Select(limit => new VacancyProblem(limit.Field, "Write it again by hand: it holds a character that cannot be seen.")));
    }

    private static IEnumerable<VacancyProblem> Amounts(Vacancy vacancy)
    {
        if (vacancy.Pay.Min < 0 || vacancy.Pay.Max < 0)
            yield return new(nameof(Vacancy.Pay), "Enter pay as a positive amount.");
        else if (vacancy.Pay.Min > vacancy.Pay.Max)
            yield return new(nameof(Vacancy.Pay), "Swap the ends of the pay range: the first is above the second.");

        if (vacancy.Pay.Currency.Length != 3 || !vacancy.Pay.Currency.All(char.IsAsciiLetterUpper))
            yield return new(nameof(Vacancy.Pay), "Enter the three-letter currency, for example USD.");

        if (vacancy.SignOnBonus < 0)
            yield return new(nameof(Vacancy.SignOnBonus), "Enter the bonus as a positive amount, or leave it empty.");

        if (vacancy.HoursPerWeek is <= 0 or > 168)
            yield return new(nameof(Vacancy.HoursPerWeek), "Enter the hours of one week, for example 36.");

        if (vacancy.Fte is <= 0 or > 1)
            yield return new(nameof(Vacancy.Fte), "Enter the FTE above 0 and at most 1, for example 0.9.");

        if (vacancy.Openings < 0)
            yield return new(nameof(Vacancy.Openings), "Enter how many people you look for.");

        if (vacancy.Credentials.Any(credential => credential?.WithinDays is < 1 or > 3650))
            yield return new(nameof(Vacancy.Credentials), "Enter the days after hire as a number from 1 to 3650, or leave it empty for at hire.");

        if (vacancy.Credentials.Any(credential => credential?.Name?.Trim().Length is null or 0 or > LongestLine))
            yield return new(nameof(Vacancy.Credentials), $"Give each credential a name of at most {LongestLine} characters.");
    }

    private static IEnumerable<VacancyProblem> Contact(Vacancy vacancy)
    {
        if (vacancy.ContactEmail.Length > 0 && !MailAddress.TryCreate(vacancy.ContactEmail, out _))
            yield return new(nameof(Vacancy.ContactEmail), "Enter a mail address like jobs@example.org, or leave it empty.");

        if (vacancy.ContactPhone.Length > 0 && (vacancy.ContactPhone.Length > 40 || vacancy.ContactPhone.Count(char.IsAsciiDigit) < 5))
            yield return new(nameof(Vacancy.ContactPhone), "Enter a phone number like 555-0100, or leave it empty.");
    }

    private static bool IsHttps(string text) => text.Length <= 2000
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Contains('.', StringComparison.Ordinal);
}
