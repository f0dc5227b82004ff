using System.Collections.Frozen;

namespace Recruit.Broadcasts.Import;

/// <summary>The columns that the import reads, and the names that applicant systems give them.</summary>
public static class ImportColumns
{
    public const string RequisitionId = "requisition_id";
    public const string Title = "title";
    public const string Facility = "facility";
    public const string Department = "department";
    public const string Specialty = "specialty";
    public const string City = "city";
    public const string State = "state";
    public const string Country = "country";
    public const string Remote = "remote";
    public const string EmploymentType = "employment_type";
    public const string Shift = "shift";
    public const string Hours = "hours_per_week";
    public const string Fte = "fte";
    public const string PayMin = "pay_min";
    public const string PayMax = "pay_max";
    public const string PayUnit = "pay_unit";
    public const string Currency = "currency";
    public const string Bonus = "sign_on_bonus";
    public const string OpenDate = "open_date";
    public const string CloseDate = "close_date";
    public const string ApplyUrl = "apply_url";
    public const string Credentials = "credentials";
    public const string Summary = "summary";
    public const string Duties = "duties";
    public const string Qualifications = "qualifications";
    public const string Highlight = "highlight";
    public const string Openings = "openings";
    public const string ContactName = "contact_name";
    public const string ContactEmail = "contact_email";
    public const string ContactPhone = "contact_phone";

    public static IReadOnlyList<string> Needed { get; } = [RequisitionId, Title];

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string[]>
    {
        [RequisitionId] = ["requisition", "req id", "requisition number", "req", "job id", "jobid", "reference number"],
        [Title] = ["job title", "position", "position title", "posting title"],
        [Facility] = ["hospital", "site", "company", "employer", "agency", "organization"],
        [Department] = ["unit", "division", "cost center"],
        [Specialty] = ["specialization"],
        [City] = ["location", "work location", "location city"],
        [State] = ["region", "province", "location state"],
        [Country] = ["location country"],
        [Remote] = ["telework", "work from home"],
        [EmploymentType] = ["job type", "schedule", "work schedule", "full time part time indicator"],
        [Shift] = ["work shift", "shift pattern", "tour of duty"],
        [Hours] = ["hours", "weekly hours"],
        [Fte] = [],
        [PayMin] = ["salary min", "salary range from", "min salary", "minimum pay", "pay from"],
        [PayMax] = ["salary max", "salary range to", "max salary", "maximum pay", "pay to"],
        [PayUnit] = ["salary frequency", "pay period", "pay basis", "rate interval"],
        [Currency] = ["pay currency"],
        [Bonus] = ["bonus", "signing bonus"],
        [OpenDate] = ["posting date", "posted", "opens", "opens on", "start date"],
        [CloseDate] = ["closing date", "post until", "closes", "closes on", "end date"],
        [ApplyUrl] = ["url", "apply link", "application url", "apply"],
        [Credentials] = ["licenses", "license", "certifications", "requirements"],
        [Summary] = ["description", "job description", "about"],
        [Duties] = ["responsibilities"],
        [Qualifications] = ["minimum qualifications", "minimum qual requirements"],
        [Highlight] = ["reason to care"],
        [Openings] = ["positions", "of positions", "vacancies"],
        [ContactName] = ["contact", "recruiter"],
        [ContactEmail] = ["contact mail", "email", "recruiter email"],
        [ContactPhone] = ["phone", "telephone", "recruiter phone"],
    }
    .SelectMany(column => column.Value.Prepend(column.Key).Select(name => (Name: Plain(name), Column: column.Key)))
    .ToFrozenDictionary(pair => pair.Name, pair => pair.Column);

    /// <summary>The column of a heading; null when the import does not read it.</summary>
    public static string? Find(string heading) => Names.GetValueOrDefault(Plain(heading));

    private static string Plain(string name) => string.Join(' ', new string([.. name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
