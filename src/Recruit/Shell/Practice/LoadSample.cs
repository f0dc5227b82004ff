using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Shell.Practice;

/// <summary>Fills a new database with the sample hospital, through the same doors as everybody: HR submits, a recruiter approves.</summary>
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

    private static readonly (string Network, string Handle, string Name, string RemoteId)[] Accounts =
    [
        ("x", "@NorthvaleJobs", "Northvale Jobs", "2244994945"),
        ("linkedin", "northvale-careers", "Northvale Careers", "5515715"),
        ("facebook", "NorthvaleCareers", "Northvale Careers", "102030405060"),
    ];

    /// <summary>Only into a database that holds nothing yet.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Facilities.AnyAsync(ct) || await db.Users.AnyAsync(ct) || await db.Accounts.AnyAsync(ct))
            return;

        var now = clock.GetUtcNow();
        var sample = SampleHospital.For(DateOnly.FromDateTime(now.UtcDateTime), now);
        var hr = StaffMember.Create(HrEmail, "Hana Ortiz (HR, sample)", StaffRoles.Hr, []);
        var recruiter = StaffMember.Create(RecruiterEmail, "Ruth Okafor (recruiter, sample)", StaffRoles.Recruiter, []);
        db.Users.AddRange(hr, recruiter);
        db.Facilities.AddRange(sample.Facilities);
        db.Vacancies.AddRange(sample.Vacancies);
        await db.SaveChangesAsync(ct);

        foreach (var vacancy in sample.Vacancies)
            await open.RunAsync(hr.Id, vacancy.Id, ct);
        var accounts = new List<Guid>();
        foreach (var (network, handle, name, remoteId) in Accounts)
        {
            await networks.IntroduceAsync(network, remoteId, handle.TrimStart('@'), name, ct);
            accounts.Add((await addAccount.RunAsOperatorAsync(new NewAccount(network, handle, remoteId, "",
                new Dictionary<string, string> { ["access_token"] = $"practice-{remoteId}" }), ct)).Id);
        }


        await BroadcastAsync(sample.Vacancies, accounts, hr.Id, recruiter.Id, now, ct);
    }

    /// <summary>The first four go out at once, two later today and tomorrow, and one waits for the newcomer's approval.</summary>
    private async Task BroadcastAsync(IReadOnlyList<Vacancy> vacancies, List<Guid> accounts, Guid hr, Guid recruiter, DateTimeOffset now, CancellationToken ct)
    {
        for (var place = 0; place < Math.Min(7, vacancies.Count); place++)
        {
            DateTimeOffset? announceAt = place switch { < 4 => null, 4 => now.AddHours(2), 5 => now.AddDays(1), _ => now.AddDays(2) };
            var choices = new BroadcastChoices(Announce: true, announceAt, ReminderEveryDays: place < 4 ? 7 : null, ClosingSoonDays: 3, FilledNotice: true);
            var preview = await plan.PreviewAsync(vacancies[place].Id, accounts, choices, ct: ct);
            var chosen = preview.Copies.Select(copy => new ChosenCopy(copy.Post, copy.LinkCode, copy.Content.Targeting, null)).ToList();
            var result = await plan.RunAsync(vacancies[place].Id, chosen, LatePolicy.Skip, hr, ct);
            if (result is not BroadcastResult.Submitted submitted)
                throw new InvalidOperationException(
                    $"The sample vacancy {vacancies[place].RequisitionId} could not be broadcast: {string.Join(' ', ((BroadcastResult.Refused)result).Reasons)}");
            if (place < 6)
                await ApproveAsync(submitted.DeliveryIds, recruiter, ct);
        }
    }

    private async Task ApproveAsync(IReadOnlyList<Guid> deliveryIds, Guid recruiter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var deliveries = await db.Deliveries.AsNoTracking().Where(delivery => deliveryIds.Contains(delivery.Id)).ToListAsync(ct);
        await approve.RunAsync([.. deliveries.Select(delivery => new SeenDelivery(delivery.Id, delivery.Hash))], recruiter, ct);
    }
}
