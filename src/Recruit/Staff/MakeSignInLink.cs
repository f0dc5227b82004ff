using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Audit;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>Makes a link that signs one person in, once. The code is returned and kept nowhere.</summary>
public sealed class MakeSignInLink(IDbContextFactory<RecruitDb> contexts, IOptions<StaffOptions> options, TimeProvider clock)
{
    public async Task<string> RunAsync(Guid staffId, Guid personId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.RunStaff, ct: ct);
        var person = await db.Users.SingleAsync(row => row.Id == personId, ct);
        return await MakeAsync(db, actor, person, ct);
    }

    /// <summary>The way back in for an administrator who lost theirs; see <see cref="InviteStaff.RunAsOperatorAsync"/>.</summary>
    public async Task<string> RunAsOperatorAsync(string email, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Users.ByEmailAsync(email, ct)
            ?? throw new NotAllowedException($"Nobody on the list has the email {email}. Add them with: user add --email {email}");
        return await MakeAsync(db, InviteStaff.Operator, person, ct);
    }

    private async Task<string> MakeAsync(RecruitDb db, Actor actor, StaffMember person, CancellationToken ct)
    {
        if (person.Disabled)
            throw new NotAllowedException($"{person.Name} is disabled. Enable them first.");

        var now = clock.GetUtcNow();
        var (link, code) = SignInLink.Make(person.Id, now.AddHours(options.Value.LinkHours));
        db.SignInLinks.Add(link);
        db.Audit(actor, Acts.SignInLinkMade, person.Id, now, note: person.Name);
        await db.SaveChangesAsync(ct);
        return code;
    }
}
