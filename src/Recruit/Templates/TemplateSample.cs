using Recruit.Facilities;
using Recruit.Vacancies;

namespace Recruit.Templates;

/// <summary>Invented openings that show what a template gives: one with every fact, one with hardly any.</summary>
public sealed record TemplateSample(string Key, string Name, Facility Facility, IReadOnlyList<Vacancy> Vacancies)
{
    private static readonly Facility Hospital = new()
    {
        Name = "Lakeside Regional Hospital",
        ShortName = "Lakeside",
        City = "Duluth",
        Region = "MN",
        TimeZone = "America/Chicago",
    };

    /// <param name="today">The samples close four weeks later.</param>
    public static IReadOnlyList<TemplateSample> All(DateOnly today) =>
    [
        new("full", "Nurse, every fact", Hospital, [Nurse(today), Pharmacist(today)]),
        new("few", "Coder, few facts", Hospital, [Coder()]),
    ];

    public CopyModel ModelFor(Moment moment, string link, DateTimeOffset now) => moment == Moment.Digest
        ? CopyModel.OfDigest(Vacancies, Facility, "", link, now)
        : CopyModel.Of(Vacancies[0], Facility, link, now);

    private static Vacancy Nurse(DateOnly today) => new()
    {
        RequisitionId = "R-20417",
        Title = "Registered Nurse, Intensive Care",
        OccupationCode = "29-1141.03",
        Specialty = "Critical care",
        Department = "Medical ICU",
        EmploymentType = EmploymentType.FullTime,
        Shift = "Nights, 7p–7a",
        HoursPerWeek = 36,
        Pay = new Pay(38.5m, 52m, PayUnit.Hour),
        SignOnBonus = 10_000,
        Credentials = [new Credential("Minnesota RN license"), new Credential("BLS"), new Credential("ACLS", 180)],
        Highlight = "Two patients to a nurse, self-scheduling, and one weekend in four.",
        Openings = 2,
        OpensOn = today,
        ClosesOn = today.AddDays(28),
    };

    private static Vacancy Pharmacist(DateOnly today) => new()
    {
        RequisitionId = "R-20433",
        Title = "Clinical Pharmacist",
        OccupationCode = "29-1051.00",
        Shift = "Rotating days and evenings",
        Pay = new Pay(128_000, 151_000, PayUnit.Year),
        ClosesOn = today.AddDays(21),
    };

    private static Vacancy Coder() => new() { Title = "Medical Coder", Remote = true, EmploymentType = EmploymentType.PerDiem };
}
