namespace Recruit.Staff;

/// <summary>What people call the roles, and what the command line calls them.</summary>
public static class RoleWords
{
    private static readonly (StaffRoles Role, string Key, string Name, string Duty)[] Table =
    [
        (StaffRoles.Hr, "hr", "HR", "Enters openings and submits broadcasts"),
        (StaffRoles.Recruiter, "recruiter", "Recruiter", "Approves broadcasts and follows reach"),
        (StaffRoles.PrivacyReviewer, "privacy", "Privacy reviewer", "Decides what the guard cannot"),
        (StaffRoles.Administrator, "administrator", "Administrator", "Runs accounts, facilities, staff and settings"),
    ];

    public static IEnumerable<StaffRoles> All => Table.Select(row => row.Role);

    public static string[] Keys => [.. Table.Select(row => row.Key)];

    public static string Name(this StaffRoles role) => Table.Single(row => row.Role == role).Name;

    public static string Duty(this StaffRoles role) => Table.Single(row => row.Role == role).Duty;

    public static IEnumerable<StaffRoles> Each(this StaffRoles roles) => All.Where(role => roles.HasFlag(role));

    /// <summary>"HR, Recruiter"; "No role" when there is none.</summary>
    public static string Names(this StaffRoles roles) => roles == StaffRoles.None ? "No role" : string.Join(", ", roles.Each().Select(Name));

    public static StaffRoles FromKeys(IEnumerable<string> keys)
        => keys.Aggregate(StaffRoles.None, (roles, key) => roles | Table.Single(row => row.Key == key).Role);
}
