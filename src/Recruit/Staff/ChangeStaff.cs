using System.Data;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>What an administrator does to people who are on the list.</summary>
public sealed class ChangeStaff(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    public Task SetRolesAsync(Guid staffId, Guid personId, StaffRoles roles, IReadOnlyList<Guid> facilityIds, CancellationToken ct = default)
        => ChangeAsync(staffId, personId, Acts.StaffChanged, person =>
        {
            person.Roles = roles;
            person.FacilityIds = [.. facilityIds];
            return $"{person.Name}: {roles.Names()}, {facilityIds.Count switch { 0 => "all facilities", 1 => "1 facility", var count => $"{count} facilities" }}";
        }, ct);

    public Task DisableAsync(Guid staffId, Guid personId, CancellationToken ct = default)
        => ChangeAsync(staffId, personId, Acts.StaffDisabled, person =>
        {
            person.Disable();
            return person.Name;
        }, ct);

    public Task EnableAsync(Guid staffId, Guid personId, CancellationToken ct = default)
        => ChangeAsync(staffId, personId, Acts.StaffEnabled, person =>
        {
            person.Enable();
            return person.Name;
        }, ct);

    private async Task ChangeAsync(Guid staffId, Guid personId, string act, Func<StaffMember, string> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Serializable, or two administrators who remove each other at once would both see one left.
        await using var all = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var actor = await db.DemandAsync(staffId, Permission.RunStaff, ct: ct);
        var person = await db.Users.SingleAsync(row => row.Id == personId, ct);

        var note = change(person);
        db.Audit(actor, act, person.Id, clock.GetUtcNow(), note: note);
        await db.SaveChangesAsync(ct);

        if (!await db.Users.AnyAdministratorAsync(ct))
            throw new NotAllowedException($"{person.Name} is the last administrator. Make somebody else an administrator first.");
        await all.CommitAsync(ct);
    }
}
