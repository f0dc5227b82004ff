using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>What a person does to an account. Whoever calls it arms the account's lane afterwards.</summary>
public sealed class ChangeAccount(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    private const int MostDepartments = 40;
    private const int LongestDepartment = 200;

    public Task PauseAsync(Guid staffId, Guid accountId, string reason, CancellationToken ct = default)
        => ChangeAsync(staffId, accountId, Acts.AccountPaused, reason, account => account.Pause(reason), ct);

    public Task ResumeAsync(Guid staffId, Guid accountId, CancellationToken ct = default)
        => ChangeAsync(staffId, accountId, Acts.AccountResumed, "", account => account.Resume(), ct);

    public Task SetWhenFilledAsync(Guid staffId, Guid accountId, WhenFilled whenFilled, CancellationToken ct = default)
        => ChangeAsync(staffId, accountId, Acts.AccountChanged, $"When filled: {whenFilled}", account => account.WhenFilled = whenFilled, ct);

    /// <summary>Who answers for it, and whose openings it is for.</summary>
    /// <returns>The sentence that keeps it from being saved; null when it is saved.</returns>
    public async Task<string?> SetCareAsync(Guid staffId, Guid accountId, Guid? ownerId, Guid? deputyId, AccountRoute route, CancellationToken ct = default)
    {
        if (ownerId is not null && ownerId == deputyId)
            return "The deputy stands in for the owner, so choose somebody else.";
        var departments = route.Departments.Select(one => one.Trim()).Where(one => one.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (departments.Count > MostDepartments || departments.Exists(one => one.Length > LongestDepartment))
            return $"Name at most {MostDepartments} departments, each in at most {LongestDepartment} letters.";

        string? refusal = null;
        await databases.ChangeAsync(async db =>
        {
            var actor = await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
            var people = await db.Users.Where(staff => (staff.Id == ownerId || staff.Id == deputyId) && !staff.Disabled).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);
            refusal = new[] { ownerId, deputyId }.Any(id => id is { } given && !people.ContainsKey(given)) ? "This person's access has ended. Choose somebody else." : null;
            if (refusal is not null)
                return;

            var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
            (account.OwnerId, account.DeputyId, account.Route) = (ownerId, deputyId, route with { Departments = departments });
            db.Audit(actor, Acts.AccountChanged, accountId, clock.GetUtcNow(), note: $"Owner {Name(ownerId)}, deputy {Name(deputyId)}; openings of {Count(route.FacilityIds.Count, "facility", "facilities")}, {Count(departments.Count, "department", "departments")}");

            string Name(Guid? id) => id is { } given ? people[given] : "nobody";
        }, ct);
        return refusal;

        static string Count(int count, string one, string many) => count == 0 ? $"all {many}" : count == 1 ? $"1 {one}" : $"{count} {many}";
    }

    /// <returns>One sentence for each mistake; empty when it is saved.</returns>
    public async Task<IReadOnlyList<string>> SetCadenceAsync(Guid staffId, Guid accountId, Cadence cadence, CancellationToken ct = default)
    {
        var problems = cadence.Problems().ToList();
        if (problems.Count == 0)
            await ChangeAsync(staffId, accountId, Acts.AccountChanged, $"Posts: {cadence.Words()}", account => account.Cadence = cadence, ct);
        return problems;
    }

    /// <summary>Sets the standing order for a digest, or ends it. What is planned already stays.</summary>
    /// <param name="order">Null: no digest any more.</param>
    /// <exception cref="NotAllowedException">The person may not, or does not work for the facility of the old or the new order.</exception>
    public Task SetDigestAsync(Guid staffId, Guid accountId, DigestOrder? order, CancellationToken ct = default) => databases.ChangeAsync(async db =>
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        if (account.Digest is { } old)
            await db.DemandAsync(staffId, Permission.RunDigests, old.FacilityId, ct);
        var actor = await db.DemandAsync(staffId, Permission.RunDigests, order?.FacilityId, ct);
        (account.Digest, account.DigestTrouble) = (order, "");
        db.Audit(actor, Acts.AccountChanged, accountId, clock.GetUtcNow(), order?.FacilityId, order is null ? "No digest" : $"Posts {order.Words()}");
    }, ct);

    private Task ChangeAsync(Guid staffId, Guid accountId, string act, string note, Action<Account> change, CancellationToken ct) => databases.ChangeAsync(async db =>
    {
        var actor = await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        change(account);
        db.Audit(actor, act, accountId, clock.GetUtcNow(), note: note);
    }, ct);
}
