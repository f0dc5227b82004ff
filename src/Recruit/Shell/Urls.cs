namespace Recruit.Shell;

/// <summary>Every address inside the app, relative to its root. Pages never write one by hand.</summary>
public static class Urls
{
    public const string Home = "/admin";
    public const string Vacancies = "/admin/vacancies";
    public const string NewVacancy = "/admin/vacancies/new";
    public const string Import = "/admin/vacancies/import";
    public const string Approvals = "/admin/approvals";
    public const string Calendar = "/admin/calendar";
    public const string Deliveries = "/admin/deliveries";
    public const string Resume = "/admin/deliveries/resume";
    public const string Reach = "/admin/reach";
    public const string Accounts = "/admin/accounts";
    public const string CheckText = "/admin/check";
    public const string Settings = "/admin/settings";
    public const string Facilities = "/admin/settings/facilities";
    public const string Templates = "/admin/settings/templates";
    public const string Staff = "/admin/settings/staff";
    public const string Targeting = "/admin/settings/targeting";
    public const string Audit = "/admin/settings/audit";
    public const string AuditExport = "/admin/settings/audit/export";
    public const string Notices = "/admin/settings/notices";
    public const string ApiKeys = "/admin/settings/keys";

    public const string Api = "/api/v1";
    public const string Alive = "/health/live";
    public const string Ready = "/health/ready";
    public const string Metrics = "/metrics";

    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string FirstRun = "/first-run";
    public const string NotFound = "/not-found";
    public const string Error = "/error";

    public const string Jobs = "/jobs";

    public const string Connect = "/admin/accounts/connect";

    public static string ConnectTo(string network) => $"{Connect}/{network}";
    /// <summary>The same, saying that a login came to nothing.</summary>
    public static string ConnectAgain(string network) => $"{ConnectTo(network)}?over=true";
    /// <summary>Where a network's login leads back to: pasted there by the hospital, so it must never change.</summary>
    public static string ConnectAnswer(string network) => $"/connect/{network}/answer";
    public static string ConnectChoice(Guid attemptId) => $"{Accounts}/connected/{attemptId}";

    public static string ApiVacancy(Guid id) => $"{Api}/vacancies/{id}";
    public static string ApiBroadcast(Guid id) => $"{Api}/broadcasts/{id}";
    public static string ApiDocument(string name) => $"/openapi/{name}.json";

    public static string Vacancy(Guid id) => $"{Vacancies}/{id}";
    /// <summary>The vacancy, with this account chosen for its broadcast.</summary>
    public static string VacancyFor(Guid id, Guid accountId) => $"{Vacancies}/{id}?account={accountId}";
    public static string EditVacancy(Guid id) => $"{Vacancies}/{id}/edit";
    public static string Approval(Guid broadcastId) => $"{Approvals}/{broadcastId}";
    public static string Delivery(Guid id) => $"{Deliveries}/{id}";
    public static string AccountDigest(Guid accountId) => $"{Accounts}/{accountId}/digest";
    public static string VacancyReach(Guid vacancyId) => $"{Reach}/{vacancyId}";

    public static string SignInThen(string localUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(localUrl)}";

    /// <summary>A link that signs one person in, once.</summary>
    public static string SignInLink(string code) => $"{SignIn}/link/{code}";

    public static string FirstAdministrator(string code) => $"{FirstRun}/{code}";

    public static string Job(string slug) => $"{Jobs}/{slug}";

    /// <summary>The vacancy's facts as a picture, for networks that show a link.</summary>
    public static string JobCard(string slug) => $"{Job(slug)}/card.png";

    /// <summary>The openings of one facility, perhaps of one specialty.</summary>
    public static string JobsOf(string facility, string specialty)
        => $"{Jobs}?{(specialty.Length > 0 ? $"specialty={Uri.EscapeDataString(specialty)}&" : "")}facility={Uri.EscapeDataString(facility)}";

    /// <summary>The counted link that a post carries.</summary>
    public static string Go(string code) => $"/go/{code}";
}
