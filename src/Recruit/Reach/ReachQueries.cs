using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Reach;

/// <summary>What the reach pages read.</summary>
public static class ReachQueries
{
    extension(RecruitDb db)
    {
        /// <summary>Vacancies that have or had a post, the one with the newest post first.</summary>
        public IQueryable<Vacancy> VacanciesWithPosts(StaffScope scope)
        {
            var planned = db.PlannedDeliveries;
            return db.Vacancies.AsNoTracking().VisibleTo(scope)
                .Select(vacancy => new
                {
                    Vacancy = vacancy,
                    LastPostAt = planned.Where(row => row.Broadcast!.VacancyId == vacancy.Id).Max(row => row.Delivery!.PublishedAt),
                })
                .Where(row => row.LastPostAt != null)
                .OrderByDescending(row => row.LastPostAt).ThenBy(row => row.Vacancy.Id)
                .Select(row => row.Vacancy);
        }

        public async Task<List<ReachedDelivery>> ReachedDeliveriesAsync(IReadOnlyList<Guid> vacancyIds, CancellationToken ct)
        {
            var (planned, readings) = (db.PlannedDeliveries, db.DeliveryReadings);
            var rows = await (
                from row in planned.AsNoTracking()
                where row.Broadcast!.VacancyId != null && vacancyIds.Contains(row.Broadcast.VacancyId.Value) && row.Delivery!.PublishedAt != null
                join reading in readings on row.DeliveryId equals reading.DeliveryId into found
                from reading in found.DefaultIfEmpty()
                select new
                {
                    row.DeliveryId,
                    VacancyId = row.Broadcast!.VacancyId!.Value,
                    row.Moment,
                    row.Delivery!.Account!.Channel,
                    row.Delivery.Account.Handle,
                    row.Delivery.State,
                    row.Delivery.PublishedAt,
                    row.Delivery.RemoteUrl,
                    row.Delivery.LinkCode,
                    row.Delivery.CostMicros,
                    Reading = reading,
                }).ToListAsync(ct);
            return [.. rows.Select(row => new ReachedDelivery(row.DeliveryId, row.VacancyId, row.Channel, row.Handle, row.Moment, row.State,
                row.PublishedAt!.Value, row.RemoteUrl, row.LinkCode is not null, row.Reading?.ReadAt, row.Reading?.Values ?? [], Money.FromMicros(row.CostMicros ?? 0)))];
        }

        public async Task<Dictionary<Guid, long>> ClicksAsync(IReadOnlyList<Guid> deliveryIds, CancellationToken ct)
        {
            var clicks = db.LinkClicks;
            return await clicks.Where(row => deliveryIds.Contains(row.DeliveryId))
                .GroupBy(row => row.DeliveryId).Select(group => new { group.Key, Count = group.Sum(row => (long)row.Count) })
                .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        }

        /// <summary>Accounts whose numbers could not be read the last time.</summary>
        public async Task<List<UnreadAccount>> UnreadAccountsAsync(CancellationToken ct)
        {
            var (readings, accounts) = (db.AccountReadings, db.Accounts);
            return await (
                from reading in readings.AsNoTracking()
                join account in accounts on reading.AccountId equals account.Id
                where reading.FailedAt != null
                orderby reading.FailedAt descending
                select new UnreadAccount(account.Channel, account.Handle, reading.FailedAt!.Value, reading.FailedBecause)).ToListAsync(ct);
        }
    }
}

public sealed record UnreadAccount(ChannelKey Channel, string Handle, DateTimeOffset FailedAt, string Because);
