namespace Recruit.Staff;

public enum Permission
{
    EditVacancies,
    SubmitBroadcasts,
    ApproveDeliveries,
    ChangeDeliveries,
    PauseDeliveries,
    RunAccounts,
    RunDigests,
    EditTargeting,
    /// <summary>To send what exceeds an account's monthly cap, and to change the cap.</summary>
    RunBudgets,
    RunNotices,
    RunFacilities,
    RunStaff,
    ReadAudit,
}

/// <summary>The one table that says who may do what.</summary>
public static class Permissions
{
    private const StaffRoles Author = StaffRoles.Hr | StaffRoles.Recruiter | StaffRoles.Administrator;

    private static readonly Dictionary<Permission, StaffRoles> Table = new()
    {
        [Permission.EditVacancies] = Author,
        [Permission.SubmitBroadcasts] = Author,
        [Permission.ApproveDeliveries] = StaffRoles.Recruiter,
        [Permission.ChangeDeliveries] = Author,
        [Permission.PauseDeliveries] = StaffRoles.Recruiter | StaffRoles.Administrator,
        [Permission.RunAccounts] = StaffRoles.Administrator,
        [Permission.RunDigests] = StaffRoles.Recruiter | StaffRoles.Administrator,
        [Permission.EditTargeting] = StaffRoles.Recruiter | StaffRoles.Administrator,
        [Permission.RunBudgets] = StaffRoles.Recruiter | StaffRoles.Administrator,
        [Permission.RunNotices] = StaffRoles.Administrator,
        [Permission.RunFacilities] = StaffRoles.Administrator,
        [Permission.RunStaff] = StaffRoles.Administrator,
        [Permission.ReadAudit] = StaffRoles.PrivacyReviewer | StaffRoles.Administrator,
    };

    public static bool Allow(this StaffRoles roles, Permission permission) => (roles & Table[permission]) != 0;

    /// <summary>What a person must be to do it, in words: "recruiter or administrator".</summary>
    public static string WhoMay(Permission permission) => string.Join(" or ", Enum.GetValues<StaffRoles>()
        .Where(role => role != StaffRoles.None && Table[permission].HasFlag(role))
        .Select(role => role switch
        {
            StaffRoles.Hr => "HR",
            StaffRoles.PrivacyReviewer => "privacy reviewer",
            _ => role.ToString().ToLowerInvariant(),
        }));
}
