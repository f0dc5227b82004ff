using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>The one-time door of a new installation. It is closed as soon as an administrator exists.</summary>
public sealed class FirstAdministrator(IDbContextFactory<RecruitDb> contexts, IPasswordHasher<StaffMember> hasher, TimeProvider clock)
{
    private static readonly TimeSpan Open = TimeSpan.FromDays(7);

    /// <summary>A new code for the door, or null while an administrator exists. Codes printed by earlier starts stay good until then.</summary>
    public async Task<string?> MakeCodeAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.AnyAdministratorAsync(ct))
            return null;

        var (link, code) = SignInLink.Make(staffId: null, clock.GetUtcNow() + Open);
        db.SignInLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return code;
    }

    public async Task<bool> AcceptsAsync(string code, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.OpenLinkAsync(code, clock.GetUtcNow(), ct) is { StaffId: null } && !await db.Users.AnyAdministratorAsync(ct);
    }

    /// <exception cref="NotAllowedException">The code is used up, or an administrator exists.</exception>
    public async Task<StaffMember> MakeAsync(string code, string name, string email, string password, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var all = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);

        if (await db.OpenLinkAsync(code, now, ct) is not { StaffId: null } link || await db.Users.AnyAdministratorAsync(ct) || !await db.UseUpAsync(link, now, ct))
            throw new NotAllowedException("This link no longer works. Start Recruit again for a new one, or ask an administrator to invite you.");
        await db.DemandNewEmailAsync(email, ct);

        var staff = StaffMember.Create(email, name, StaffRoles.Administrator);
        staff.SetPassword(password, hasher);
        db.Users.Add(staff);
        db.Audit(new Actor(staff.Id, staff.Name), Acts.StaffInvited, staff.Id, now, note: "First administrator");
        await db.SaveChangesAsync(ct);
        await all.CommitAsync(ct);
        return staff;
    }
}
