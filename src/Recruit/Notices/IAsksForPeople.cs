using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Notices;

/// <summary>Something that waits for a person: what it is, and the one button that does it.</summary>
/// <param name="Since">When the waiting began; shown beside the sentence.</param>
/// <param name="Order">Smaller stands higher; equal ones stand in the order of their beginning.</param>
public sealed record Ask(string Text, string Action, string Url, DateTimeOffset? Since = null, int Order = 100);

/// <summary>A feature's part of the "needs you" list on Home. It asks only for what this person may do, in the facilities they work for.</summary>
public interface IAsksForPeople
{
    Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct);
}
