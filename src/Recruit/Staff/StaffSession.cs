using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>Ends the open pages of a person who was disabled or whose password changed. A circuit lives for hours; its cookie was read once.</summary>
public sealed class StaffSession(ILoggerFactory logs, IDbContextFactory<RecruitDb> contexts, IOptions<IdentityOptions> identity)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MayGoOnAsync(db, authenticationState.User.StaffIdOrNull(),
            authenticationState.User.FindFirst(identity.Value.ClaimsIdentity.SecurityStampClaimType)?.Value, cancellationToken);
    }

    public static Task<bool> MayGoOnAsync(RecruitDb db, Guid? staffId, string? stamp, CancellationToken ct = default)
        => db.Users.AnyAsync(staff => staff.Id == staffId && !staff.Disabled && staff.SecurityStamp == stamp, ct);
}
