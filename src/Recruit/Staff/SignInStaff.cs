using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>Signs a person in. Needs a request that has not been answered: a cookie cannot be set from a circuit.</summary>
public sealed class SignInStaff(
    SignInManager<StaffMember> session, UserManager<StaffMember> users, IPasswordHasher<StaffMember> hasher,
    IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    // Verified when the address is unknown, so that the answer takes as long as for a known one.
    private static readonly StaffMember Nobody = StaffMember.Create("nobody@invalid", "Nobody", StaffRoles.None);
    private static readonly string NobodysHash = new PasswordHasher<StaffMember>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>False says nothing about why: unknown, wrong, locked and disabled look the same from outside.</summary>
    public async Task<bool> WithPasswordAsync(string email, string password, CancellationToken ct = default)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { HasPassword: true } staff)
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return false;
        }

        if (!(await session.CheckPasswordSignInAsync(staff, password, lockoutOnFailure: true)).Succeeded)
            return false;

        await StartAsync(staff.Id, "with password", ct);
        return true;
    }

    /// <summary>Uses the link up. False when it was used, ran out, or its person is disabled.</summary>
    public async Task<bool> WithLinkAsync(string code, string? newPassword, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.OpenLinkAsync(code, now, ct) is not { StaffId: { } staffId } link
            || await db.Users.SingleOrDefaultAsync(person => person.Id == staffId && !person.Disabled, ct) is not { } staff
            || !await db.UseUpAsync(link, now, ct))
            return false;

        if (!string.IsNullOrEmpty(newPassword) && !staff.HasPassword)
            staff.SetPassword(newPassword, hasher);
        // Somebody who vouches for the person made the link: wrong tries from before it no longer count.
        staff.LockoutEnd = null;
        staff.AccessFailedCount = 0;
        await db.SaveChangesAsync(ct);

        await StartAsync(staffId, "with a one-time link", ct);
        return true;
    }

    public async Task StartAsync(Guid staffId, string how, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var staff = await db.Users.SingleAsync(person => person.Id == staffId, ct);
        var now = clock.GetUtcNow();
        staff.LastSignInAt = now;
        db.Audit(new Actor(staff.Id, staff.Name), Acts.SignedIn, staff.Id, now, note: how);
        await db.SaveChangesAsync(ct);

        await session.SignInAsync(staff, isPersistent: false);
    }
}
