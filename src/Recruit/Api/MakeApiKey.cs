using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Api;

/// <summary>Makes a key, and takes one back. The key is returned once and kept nowhere.</summary>
public sealed class MakeApiKey(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    private const int LongestName = 100;

    public async Task<string> RunAsync(Guid staffId, string name, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var owner = await db.Users.SingleOrDefaultAsync(staff => staff.Id == staffId, ct);
        return await MakeAsync(db, new Actor(staffId, owner?.Name ?? ""), owner, name, ct);
    }

    /// <summary>For whoever can start the program's commands: they own the database, so there is nobody to ask.</summary>
    public async Task<string> RunAsOperatorAsync(string email, string name, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var owner = await db.Users.ByEmailAsync(email, ct)
            ?? throw new NotAllowedException($"Nobody on the list has the email {email}. Add them with: user add --email {email}");
        return await MakeAsync(db, InviteStaff.Operator, owner, name, ct);
    }

    /// <summary>A person takes back their own; an administrator anybody's.</summary>
    public async Task RevokeAsync(Guid staffId, Guid keyId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var key = await db.ApiKeys.SingleAsync(row => row.Id == keyId, ct);
        var person = await db.Users.SingleOrDefaultAsync(staff => staff.Id == staffId && !staff.Disabled, ct)
            ?? throw new NotAllowedException("Your access has ended. Ask an administrator.");
        if (key.StaffId != staffId)
            await db.DemandAsync(staffId, Permission.RunStaff, ct: ct);

        Revoke(db, key, new Actor(person.Id, person.Name));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>For whoever can start the program's commands. Those that are taken back already are left out.</summary>
    public async Task<IReadOnlyList<(ApiKey Key, StaffMember Owner)>> ListAsOperatorAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.ApiKeys.AsNoTracking().Where(key => key.RevokedAt == null)
            .Join(db.Users, key => key.StaffId, staff => staff.Id, (key, staff) => new { key, staff })
            .OrderBy(row => row.staff.Email).ThenBy(row => row.key.CreatedAt).ToListAsync(ct);
        return [.. rows.Select(row => (row.key, row.staff))];
    }

    /// <param name="which">The key itself, or its id.</param>
    /// <returns>The key's name and first letters.</returns>
    public async Task<string> RevokeAsOperatorAsync(string which, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = SecretCode.Hash(which.Trim());
        var id = Guid.TryParse(which, out var given) ? given : Guid.Empty;
        var key = await db.ApiKeys.SingleOrDefaultAsync(row => row.Id == id || row.KeyHash == hash, ct)
            ?? throw new NotAllowedException("There is no such key. Give the key itself or its id: key list shows the ids.");
        Revoke(db, key, InviteStaff.Operator);
        await db.SaveChangesAsync(ct);
        return Words(key);
    }

    private void Revoke(RecruitDb db, ApiKey key, Actor actor)
    {
        if (key.RevokedAt is not null)
            return;

        key.RevokedAt = clock.GetUtcNow();
        db.Audit(actor, Acts.ApiKeyRevoked, key.Id, clock.GetUtcNow(), note: Words(key));
    }

    private static string Words(ApiKey key) => $"{key.Name} ({key.Hint}…)";

    private async Task<string> MakeAsync(RecruitDb db, Actor actor, StaffMember? owner, string name, CancellationToken ct)
    {
        if (owner is null || owner.Disabled)
            throw new NotAllowedException(owner is null ? "Your access has ended. Ask an administrator." : $"{owner.Name} is disabled. Enable them first.");
        if (name.Trim().Length is 0 or > LongestName)
            throw new NotAllowedException($"Say in at most {LongestName} letters what will use the key, for example Applicant system.");

        var now = clock.GetUtcNow();
        var (row, key) = ApiKey.Make(owner.Id, name.Trim(), now);
        db.ApiKeys.Add(row);
        db.Audit(actor, Acts.ApiKeyMade, row.Id, now, note: $"{owner.Name}: {Words(row)}");
        await db.SaveChangesAsync(ct);
        return key;
    }
}
