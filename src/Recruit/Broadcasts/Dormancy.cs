using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>An opening that was not told of on an account for longest.</summary>
public sealed record ProposedVacancy(Guid Id, string Title, DateTimeOffset? LastToldAt);

/// <param name="LastPostAt">Null: never.</param>
/// <param name="Proposed">The one to tell of next comes first; never empty.</param>
public sealed record DormantAccount(Account Account, DateTimeOffset? LastPostAt, IReadOnlyList<ProposedVacancy> Proposed)
{
    public string Words(DateTimeOffset now) => LastPostAt is { } at
        ? $"{Account.Handle} has told of nothing for {(int)(now - at).TotalDays} days, and openings are open. Longest not told of there: {Titles}."
        : $"{Account.Handle} has never told of anything, and openings are open: {Titles}.";

    /// <summary>The same without titles: who hears of it may work for another facility.</summary>
    public string Notice(DateTimeOffset now) => LastPostAt is { } at
        ? $"{Account.Handle} has told of nothing for {(int)(now - at).TotalDays} days, and openings are open. Home proposes what to tell of."
        : $"{Account.Handle} has never told of anything, and openings are open. Home proposes what to tell of.";

    private string Titles => string.Join("; ", Proposed.Select(vacancy => vacancy.Title));
}

/// <summary>Finds accounts that fell silent although openings are open that they are for, and proposes what to post.</summary>
public sealed class Dormancy(IDbContextFactory<RecruitDb> databases, IOptions<AccountOptions> options, TimeProvider clock)
{
    private const int Most = 3;

    /// <summary>Tells people, once for each silence.</summary>
    public async Task TellAsync(CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var silent in await FindAsync(db, new StaffScope([]), ct))
            await db.NotifyAsync(AccountNotices.Dormant(silent.Account, silent.LastPostAt, silent.Notice(now), Urls.Home, now), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <param name="scope">Only openings of these facilities are proposed.</param>
    public async Task<IReadOnlyList<DormantAccount>> FindAsync(RecruitDb db, StaffScope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - TimeSpan.FromDays(options.Value.DormantDays);
        var deliveries = db.Deliveries;
        // One that has a post on its way soon is not silent by neglect.
        var silent = await db.Accounts.AsNoTracking().Where(account => account.State == AccountState.Active)
            .Where(account => !deliveries.Any(delivery => delivery.AccountId == account.Id
                && (delivery.PublishedAt > since || (delivery.NextAt != null && (delivery.State == DeliveryState.Scheduled || delivery.State == DeliveryState.Retrying)))))
            .ToListAsync(ct);
        if (silent.Count == 0)
            return [];

        // A new opening has its own time to be told of before anybody is called silent.
        var open = await db.Vacancies.AsNoTracking().VisibleTo(scope).Where(vacancy => vacancy.State == VacancyState.Open && vacancy.OpenedAt <= since)
            .Select(vacancy => new { vacancy.Id, vacancy.Title, vacancy.FacilityId, vacancy.Department, vacancy.Specialty, vacancy.OpenedAt }).ToListAsync(ct);
        var found = new List<DormantAccount>();
        foreach (var account in silent)
        {
            var fitting = open.Where(vacancy => account.Route.Closeness(vacancy.FacilityId, vacancy.Department, vacancy.Specialty) is not null).ToList();
            if (fitting.Count == 0)
                continue;

            var told = await db.PlannedDeliveries.Where(planned => planned.Delivery!.AccountId == account.Id && planned.Delivery.PublishedAt != null && planned.Broadcast!.VacancyId != null)
                .GroupBy(planned => planned.Broadcast!.VacancyId!.Value).Select(group => new { group.Key, At = group.Max(planned => planned.Delivery!.PublishedAt) }).ToDictionaryAsync(one => one.Key, one => one.At, ct);
            var last = await db.Deliveries.Where(delivery => delivery.AccountId == account.Id).MaxAsync(delivery => delivery.PublishedAt, ct);
            found.Add(new DormantAccount(account, last, [.. fitting.OrderBy(vacancy => told.GetValueOrDefault(vacancy.Id) ?? DateTimeOffset.MinValue).ThenBy(vacancy => vacancy.OpenedAt)
                .Take(Most).Select(vacancy => new ProposedVacancy(vacancy.Id, vacancy.Title, told.GetValueOrDefault(vacancy.Id)))]));
        }

        return found;
    }
}
