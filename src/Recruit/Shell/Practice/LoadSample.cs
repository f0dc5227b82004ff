using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Shell.Practice;

/// <summary>
/// Fills a new database with the sample hospital, through the same doors as everybody: HR submits, a recruiter approves.
/// A start that was cut short is taken up again by the next one: every step asks first whether it is done.
/// </summary>
public sealed class LoadSample(
    IDbContextFactory<RecruitDb> databases,
    OpenVacancy open,
    AddAccount addAccount,
    PlanBroadcast plan,
    ApproveDeliveries approve,
    PracticeNetworks networks,
    TimeProvider clock)
{
    private const string HrEmail = "hana@northvale.example.org";
    private const string RecruiterEmail = "ruth@northvale.example.org";
    private const int Broadcasts = 7;

    private static readonly (string Network, string Handle, string Name, string RemoteId)[] Accounts =
    [
        ("x", "@NorthvaleJobs", "Northvale Jobs", "2244994945"),
        ("linkedin", "northvale-careers", "Northvale Careers", "5515715"),
        ("facebook", "NorthvaleCareers", "Northvale Careers", "102030405060"),
    ];

    /// <returns>What keeps the sample from being complete, as a sentence; null when nothing does.</returns>
    public async Task<string?> RunAsync(CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var sample = SampleHospital.For(DateOnly.FromDateTime(now.UtcDateTime), now);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Users.AnyAsync(staff => staff.Email == HrEmail, ct))
        {
            if (await db.Facilities.AnyAsync(ct) || await db.Users.AnyAsync(ct) || await db.Accounts.AnyAsync(ct))
                return null;

            db.Users.Add(StaffMember.Create(HrEmail, "Hana Ortiz (HR, sample)", StaffRoles.Hr, []));
            db.Users.Add(StaffMember.Create(RecruiterEmail, "Ruth Okafor (recruiter, sample)", StaffRoles.Recruiter, []));
            db.Facilities.AddRange(sample.Facilities);
            db.Vacancies.AddRange(sample.Vacancies);
            await db.SaveChangesAsync(ct);
        }

        var names = sample.Vacancies.Select(vacancy => vacancy.RequisitionId).ToList();
        var vacancies = (await db.Vacancies.AsNoTracking().Where(vacancy => names.Contains(vacancy.RequisitionId)).ToListAsync(ct))
            .OrderBy(vacancy => names.IndexOf(vacancy.RequisitionId)).ToList();
        var last = vacancies.ElementAtOrDefault(Broadcasts - 1);
        if (last is null || await db.Broadcasts.AnyAsync(broadcast => broadcast.VacancyId == last.Id, ct))
            return null;

        var hr = await db.Users.Where(staff => staff.Email == HrEmail).Select(staff => staff.Id).SingleAsync(ct);
        foreach (var vacancy in vacancies.Where(vacancy => vacancy.State == VacancyState.Draft))
            await open.RunAsync(hr, vacancy.Id, ct);
        var accounts = await AddAccountsAsync(db, ct);
        for (var place = 0; place < Broadcasts; place++)
        {
            if (await BroadcastAsync(db, vacancies[place].Id, place, accounts, hr, now, ct) is { } reason)
                return $"The sample hospital is not complete: vacancy {vacancies[place].RequisitionId} could not be broadcast. {reason} Start again when that is mended.";
        }

        return null;
    }

    private async Task<List<Guid>> AddAccountsAsync(RecruitDb db, CancellationToken ct)
    {
        var accounts = new List<Guid>();
        foreach (var (network, handle, name, remoteId) in Accounts)
        {
            await networks.IntroduceAsync(network, remoteId, handle.TrimStart('@'), name, ct);
            var known = await db.Accounts.Where(account => account.RemoteId == remoteId).Select(account => (Guid?)account.Id).SingleOrDefaultAsync(ct);
            accounts.Add(known ?? (await addAccount.RunAsOperatorAsync(new NewAccount(network, handle, remoteId, "",
                new Dictionary<string, string> { ["access_token"] = $"practice-{remoteId}" }), ct)).Id);
        }

        return accounts;
    }

    /// <summary>The first four go out at once, two later today and tomorrow, and one waits for the newcomer's approval.</summary>
    private async Task<string?> BroadcastAsync(RecruitDb db, Guid vacancyId, int place, List<Guid> accounts, Guid hr, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.Broadcasts.AnyAsync(broadcast => broadcast.VacancyId == vacancyId, ct))
        {
            DateTimeOffset? announceAt = place switch { < 4 => null, 4 => now.AddHours(2), 5 => now.AddDays(1), _ => now.AddDays(2) };
            var choices = new BroadcastChoices(Announce: true, announceAt, ReminderEveryDays: place < 4 ? 7 : null, ClosingSoonDays: 3, FilledNotice: true);
            var preview = await plan.PreviewAsync(vacancyId, accounts, choices, ct: ct);
            var chosen = preview.Copies.Select(copy => new ChosenCopy(copy.Post, copy.LinkCode, copy.Content.Targeting, null, MayGoToEveryone: true)).ToList();
            if (await plan.RunAsync(vacancyId, chosen, LatePolicy.Skip, hr, ct: ct) is BroadcastResult.Refused refused)
                return string.Join(' ', refused.Reasons);
        }

        if (place < Broadcasts - 1)
            await ApproveAsync(db, vacancyId, ct);
        return null;
    }

    private async Task ApproveAsync(RecruitDb db, Guid vacancyId, CancellationToken ct)
    {
        var recruiter = await db.Users.Where(staff => staff.Email == RecruiterEmail).Select(staff => staff.Id).SingleAsync(ct);
        var waiting = await db.Broadcasts.AsNoTracking().Where(broadcast => broadcast.VacancyId == vacancyId)
            .SelectMany(broadcast => broadcast.Planned).Select(planned => planned.Delivery!)
            .Where(delivery => delivery.State == DeliveryState.Held).ToListAsync(ct);
        await approve.RunAsync([.. waiting.Select(delivery => new SeenDelivery(delivery.Id, delivery.Hash))], recruiter, ct);
    }
}
