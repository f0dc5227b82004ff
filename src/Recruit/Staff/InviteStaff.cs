using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Audit;
using Recruit.Persistence;

namespace Recruit.Staff;

public sealed record Invitation(string Email, string Name, StaffRoles Roles, IReadOnlyList<Guid> FacilityIds, string? Password = null);

/// <summary>The new person, and the code of the one link that lets them in; no code for a person who was given a password.</summary>
public sealed record Invited(StaffMember Staff, string? Code);

public sealed class InviteStaff(
    IDbContextFactory<RecruitDb> contexts, IPasswordHasher<StaffMember> hasher, IOptions<StaffOptions> options, TimeProvider clock)
{
    public async Task<Invited> RunAsync(Guid staffId, Invitation invitation, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.RunStaff, ct: ct);
        return await AddAsync(db, actor, invitation, ct);
    }

    /// <summary>For whoever can start the program's commands: they own the database, so there is nobody to ask.</summary>
    public async Task<Invited> RunAsOperatorAsync(Invitation invitation, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await AddAsync(db, Operator, invitation, ct);
    }

    public static Actor Operator { get; } = new(null, "Command line");

    private async Task<Invited> AddAsync(RecruitDb db, Actor actor, Invitation invitation, CancellationToken ct)
    {
        await db.DemandNewEmailAsync(invitation.Email, ct);

        var now = clock.GetUtcNow();
        var staff = StaffMember.Create(invitation.Email, invitation.Name, invitation.Roles, invitation.FacilityIds);
        db.Users.Add(staff);
        db.Audit(actor, Acts.StaffInvited, staff.Id, now, note: $"{staff.Name}: {staff.Roles.Names()}");

        string? code = null;
        if (invitation.Password is { } password)
            staff.SetPassword(password, hasher);
        else
        {
            (var link, code) = SignInLink.Make(staff.Id, now.AddHours(options.Value.LinkHours));
            db.SignInLinks.Add(link);
        }

        await db.SaveChangesAsync(ct);
        return new Invited(staff, code);
    }
}
