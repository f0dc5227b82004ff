using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Recruit.Staff;

/// <summary>Puts name and roles into the cookie. There are no role tables: the roles are a column of the person.</summary>
public sealed class StaffClaims(UserManager<StaffMember> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(CurrentStaff.ClaimsOf(user));
        return identity;
    }
}
