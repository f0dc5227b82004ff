using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace Recruit.Staff;

/// <summary>
/// Who is signed in, as the cookie says. Good for what a page shows; a write asks <see cref="StaffAccess"/>, which reads the database.
/// A page declares <c>[CascadingParameter] Task&lt;AuthenticationState&gt; Session</c> and asks <c>await Session.StaffIdAsync()</c>.
/// </summary>
public static class CurrentStaff
{
    public const string NameClaim = "staff-name";

    extension(ClaimsPrincipal user)
    {
        public Guid? StaffIdOrNull() => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

        /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
        public Guid StaffId() => user.StaffIdOrNull() ?? throw new NotAllowedException("Your access has ended. Sign in again.");

        public string StaffName() => user.FindFirstValue(NameClaim) ?? "";

        public StaffRoles StaffRoles() => user.FindAll(ClaimTypes.Role)
            .Aggregate(Staff.StaffRoles.None, (roles, claim) => roles | (Enum.TryParse<StaffRoles>(claim.Value, out var role) ? role : Staff.StaffRoles.None));

        public bool May(Permission permission) => user.StaffRoles().Allow(permission);
    }

    public static async Task<Guid> StaffIdAsync(this Task<AuthenticationState> session) => (await session).User.StaffId();

    public static async Task<bool> MayAsync(this Task<AuthenticationState> session, Permission permission) => (await session).User.May(permission);

    /// <summary>The claims that a member of staff carries beyond Identity's own.</summary>
    public static IEnumerable<Claim> ClaimsOf(StaffMember staff) =>
        [new Claim(NameClaim, staff.Name), .. staff.Roles.Each().Select(role => new Claim(ClaimTypes.Role, role.ToString()))];
}
