using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Broadcasts;

/// <summary>Accounts that fell silent, with the post that would end it.</summary>
public sealed class DormancyAsks(Dormancy dormancy, TimeProvider clock) : IAsksForPeople
{
    public async Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
        => roles.Allow(Permission.SubmitBroadcasts)
            ? [.. (await dormancy.FindAsync(db, await db.ScopeOfAsync(staffId, ct), ct))
                .Select(silent => new Ask(silent.Words(clock.GetUtcNow()), "Write the next post", Urls.VacancyFor(silent.Proposed[0].Id, silent.Account.Id), null, 60))]
            : [];
}
