using System.Globalization;
using System.Net.Mail;
using Recruit.Vacancies;
using Column = Recruit.Broadcasts.Import.ImportColumns;

namespace Recruit.Broadcasts.Import;

/// <summary>Reads a row of the file. It never throws over what stands in a cell: a cell it cannot read stays empty, and a proposal says so.</summary>
public static class ImportRowReader
{
    // The row tells no zone for its closing time, and days at midnight need none; the few real instants are read in the place's zone.
    private static readonly TimeZoneInfo UnknownZone = TimeZoneInfo.Utc;

    // Which columns fill which property.
    private static readonly (string Property, string[] Columns)[] Sources =
    [
        (nameof(Vacancy.Title), [Column.Title]),
        (nameof(Vacancy.Specialty), [Column.Specialty]),
        (nameof(Vacancy.Department), [Column.Department]),
        (nameof(Vacancy.Remote), [Column.Remote]),
        (nameof(Vacancy.City), [Column.City]),
        (nameof(Vacancy.Region), [Column.State, Column.City]),
        (nameof(Vacancy.Country), [Column.Country, Column.State, Column.City]),
        (nameof(Vacancy.EmploymentType), [Column.EmploymentType]),
        (nameof(Vacancy.Shift), [Column.Shift]),
        (nameof(Vacancy.HoursPerWeek), [Column.Hours, Column.EmploymentType]),
        (nameof(Vacancy.Fte), [Column.Fte]),
        (nameof(Vacancy.Pay), [Column.PayMin, Column.PayMax, Column.PayUnit, Column.Currency]),
        (nameof(Vacancy.SignOnBonus), [Column.Bonus]),
        (nameof(Vacancy.Credentials), [Column.Credentials]),
        (nameof(Vacancy.Description), [Column.Summary, Column.Duties, Column.Qualifications, Column.Credentials]),
        (nameof(Vacancy.Highlight), [Column.Highlight]),
        (nameof(Vacancy.ApplyUrl), [Column.ApplyUrl]),
        (nameof(Vacancy.ContactName), [Column.ContactName]),
        (nameof(Vacancy.ContactEmail), [Column.ContactEmail]),
        (nameof(Vacancy.ContactPhone), [Column.ContactPhone]),
        (nameof(Vacancy.Openings), [Column.Openings]),
        (nameof(Vacancy.OpensOn), [Column.OpenDate]),
        (nameof(Vacancy.ClosesOn), [Column.CloseDate]),
    ];

    public static ImportRow Read(CsvRow row)
    {
        List<string> proposals = [];
        var facts = new Vacancy { RequisitionId = row[Column.RequisitionId].Replace('\n', ' ') };
        ReadRole(row, facts, proposals);
        ReadPlace(row, facts, proposals);
        ReadWork(row, facts, proposals);
        ReadDates(row, facts, proposals);
        ReadContact(row, facts, proposals);

        // A cell that could not be read gives nothing: it must not empty what a person entered.
        var filled = VacancyFacts.Filled(facts);
        var given = Sources.Where(source => filled.Contains(source.Property) && source.Columns.Any(column => row[column].Length > 0))
            .ToDictionary(source => source.Property, source => RowFingerprint.Of(source.Columns.Select(column => row[column])));
        return new ImportRow(row.Number, facts.RequisitionId, ImportText.Calm(row[Column.Facility].Replace('\n', ' ')), facts, given, proposals, row.Broken ?? Refusal(facts));
    }

    private static void ReadRole(CsvRow row, Vacancy facts, List<string> proposals)
    {
        facts.Title = ImportTitle.Tidy(row[Column.Title]);
        if (facts.Title != row[Column.Title])
            proposals.Add($"Title: {facts.Title}");

        // Kept apart from what the row gives: a guess never overwrites what a person chose.
        if (Occupations.Guess(facts.Title) is { } occupation)
        {
            facts.OccupationCode = occupation.Code;
            proposals.Add($"Occupation: {occupation}, guessed from the title");
        }

        facts.Specialty = Line(row[Column.Specialty]);
        facts.Department = Line(row[Column.Department]);
        facts.Highlight = Line(row[Column.Highlight]);
        (facts.Credentials, facts.Description) = ImportWords.Read(row, proposals);
    }

    private static void ReadPlace(CsvRow row, Vacancy facts, List<string> proposals)
    {
        facts.Remote = row[Column.Remote].ToUpperInvariant() is "YES" or "Y" or "TRUE" or "1" or "REMOTE";
        var place = ImportPlace.Read(Line(row[Column.City]), Line(row[Column.State]), Line(row[Column.Country]), proposals);
        (facts.City, facts.Region, facts.Country, facts.TimeZone) = (place.City, place.Region, place.Country, place.Zone);
    }

    private static void ReadWork(CsvRow row, Vacancy facts, List<string> proposals)
    {
        (facts.EmploymentType, var hours) = ImportEmployment.Read(Line(row[Column.EmploymentType]), proposals);
        facts.HoursPerWeek = Within(ImportPay.Amount(row[Column.Hours], Column.Hours, proposals), 168, Column.Hours, proposals) ?? hours;
        facts.Fte = Within(ImportPay.Amount(row[Column.Fte], Column.Fte, proposals), 1, Column.Fte, proposals);
        facts.Shift = Line(row[Column.Shift]);
        facts.Pay = ImportPay.Read(row[Column.PayMin], row[Column.PayMax], row[Column.PayUnit], row[Column.Currency], proposals);
        facts.SignOnBonus = ImportPay.Amount(row[Column.Bonus], Column.Bonus, proposals);
        if (int.TryParse(row[Column.Openings], NumberStyles.None, CultureInfo.InvariantCulture, out var openings) && openings > 0)
            facts.Openings = openings;
    }

    private static void ReadDates(CsvRow row, Vacancy facts, List<string> proposals)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(facts.TimeZone, out var found) ? found : UnknownZone;
        var isContinuous = ImportTitle.SaysOpenContinuous(row[Column.CloseDate]);
        facts.OpensOn = ImportDate.Read(row[Column.OpenDate], Column.OpenDate, zone, proposals);
        facts.ClosesOn = isContinuous ? null : ImportDate.Read(row[Column.CloseDate], Column.CloseDate, zone, proposals);

        if (facts.ClosesOn is null && (isContinuous || ImportTitle.SaysOpenContinuous($"{row[Column.Title]} {row[Column.Summary]}")))
            proposals.Add("Closing date: open until filled");
        if (facts.ClosesOn < facts.OpensOn)
        {
            facts.ClosesOn = null;
            proposals.Add("Closing date: before the opening date, left empty");
        }
    }

    private static void ReadContact(CsvRow row, Vacancy facts, List<string> proposals)
    {
        facts.ApplyUrl = ImportWords.ApplyUrl(row[Column.ApplyUrl], proposals);
        facts.ContactName = Line(row[Column.ContactName]);
        facts.ContactPhone = Line(row[Column.ContactPhone]);
        facts.ContactEmail = Line(row[Column.ContactEmail]);
        if (facts.ContactEmail.Length > 0 && !MailAddress.TryCreate(facts.ContactEmail, out _))
        {
            proposals.Add($"Contact mail: “{facts.ContactEmail}” is not an address, left empty");
            facts.ContactEmail = "";
        }
    }

    private static string? Refusal(Vacancy facts)
    {
        // The facility is chosen later, with the whole file in view.
        var problems = VacancyRules.ProblemsToSave(facts).Where(problem => problem.Field != nameof(Vacancy.FacilityId)).ToList();
        return problems.Count == 0 ? null : string.Join(' ', problems.Select(problem => problem.Sentence));
    }

    private static decimal? Within(decimal? value, decimal most, string column, List<string> proposals)
    {
        if (value is null || (value > 0 && value <= most))
            return value;
        proposals.Add($"{column}: {value.Value.ToString(CultureInfo.InvariantCulture)} is out of range, left empty");
        return null;
    }

    private static string Line(string cell) => string.Join(' ', cell.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
