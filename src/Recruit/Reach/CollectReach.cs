using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Persistence;

namespace Recruit.Reach;

/// <summary>Reads back the numbers that are due, and keeps what changed. A failed reading changes no number.</summary>
public sealed partial class CollectReach(
    IDbContextFactory<RecruitDb> databases,
    ChannelCatalog channels,
    TokenVault vault,
    ReadingTimes times,
    TimeProvider clock,
    ILogger<CollectReach> log)
{
    // A slow network must not delay the others; more at once would only crowd the database.
    private const int AccountsAtOnce = 8;

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var chunk in (await AccountsToReadAsync(ct)).Chunk(AccountsAtOnce))
            await Task.WhenAll(chunk.Select(account => ReadAccountAsync(account, ct)));
    }

    private async Task<List<Account>> AccountsToReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await db.AccountReadings.Where(reading => reading.WaitUntil > now).Select(reading => reading.AccountId).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().Where(account => account.State == AccountState.Active && !waiting.Contains(account.Id)).ToListAsync(ct);
        return [.. accounts.Where(account => account.TakesCalls(now) && channels.Find(account.Channel.Value) is IReportsReach)];
    }

    private async Task ReadAccountAsync(Account account, CancellationToken ct)
    {
        var channel = channels[account.Channel];
        var reporter = (IReportsReach)channel;
        var due = await DueAsync(account.Id, ct);
        if (due.Count == 0)
            return;

        if (vault.Open(account) is not { } access)
        {
            await NoteFailureAsync(account.Id, new ReachReading.Failed("Its secrets cannot be opened here. Connect the account again."), ct);
            return;
        }

        foreach (var batch in due.Chunk(reporter.MaxPostsPerCall))
        {
            switch (await reporter.ReadReachAsync([.. batch.Select(post => post.RemoteId)], access, ct))
            {
                case ReachReading.Read read:
                    await KeepAsync(account.Id, batch, read, reporter.ReadAtMostEvery, ct);
                    break;
                case ReachReading.Failed failed:
                    Log.NotRead(log, channel.Name, account.Handle, failed.Reason);
                    await NoteFailureAsync(account.Id, failed, ct);
                    return;
            }
        }
    }

    /// <summary>Nothing until a post is due; then also those that soon will be.</summary>
    private async Task<List<DuePost>> DueAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var oldest = now - ReadingTimes.LongestAge;
        var soon = times.SoonDue(now);

        await using var db = await databases.CreateDbContextAsync(ct);
        var (deliveries, readings) = (db.Deliveries, db.DeliveryReadings);
        var posts = await (
            from delivery in deliveries
            join reading in readings on delivery.Id equals reading.DeliveryId into found
            from reading in found.DefaultIfEmpty()
            where delivery.AccountId == accountId && delivery.State == DeliveryState.Published && delivery.PublishedAt > oldest
                && delivery.RemoteId != null && (reading == null || reading.NextAt <= soon)
            select new DuePost(delivery.Id, delivery.RemoteId!, delivery.PublishedAt!.Value, reading == null ? null : reading.NextAt)).ToListAsync(ct);
        return posts.Any(post => post.NextAt is null || post.NextAt <= now) ? posts : [];
    }

    private async Task KeepAsync(Guid accountId, DuePost[] batch, ReachReading.Read read, TimeSpan rest, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var told = read.Posts.ToDictionary(post => post.RemoteId, post => post.Values);
        var ids = batch.Select(post => post.DeliveryId).ToList();

        await using var db = await databases.CreateDbContextAsync(ct);
        var readings = await db.DeliveryReadings.Where(reading => ids.Contains(reading.DeliveryId)).ToDictionaryAsync(reading => reading.DeliveryId, ct);
        var prices = read.Posts.ToDictionary(post => post.RemoteId, post => post.Price);
        // The network charges a post, and the account, once a day of UTC.
        var cost = (await ReadingOfAsync(db, accountId, ct)).ReadAt?.UtcDateTime.Date == now.UtcDateTime.Date ? 0 : read.Price;
        foreach (var post in batch)
        {
            var before = readings.GetValueOrDefault(post.DeliveryId);
            cost += before?.ReadAt.UtcDateTime.Date == now.UtcDateTime.Date ? 0 : prices.GetValueOrDefault(post.RemoteId);
            var (values, samples) = ReachChange.Between(post.DeliveryId, before?.Values ?? [], told.GetValueOrDefault(post.RemoteId), now);
            db.ReachSamples.AddRange(samples);

            var nextAt = times.NextAfter(post.PublishedAt, now);
            if (before is null)
                db.DeliveryReadings.Add(new DeliveryReading { DeliveryId = post.DeliveryId, ReadAt = now, NextAt = nextAt, Values = values });
            else
                (before.ReadAt, before.NextAt, before.Values) = (now, nextAt, values);
        }

        await NoteSuccessAsync(db, accountId, read.Followers, rest, now, ct);
        await db.AddReadingCostAsync(accountId, cost, now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task NoteSuccessAsync(RecruitDb db, Guid accountId, long? followers, TimeSpan rest, DateTimeOffset now, CancellationToken ct)
    {
        var account = await ReadingOfAsync(db, accountId, ct);
        (account.ReadAt, account.FailedAt, account.FailedBecause, account.WaitUntil) = (now, null, "", rest > TimeSpan.Zero ? now + rest : null);
        if (followers is not { } count)
            return;

        var last = await db.AccountSamples.Where(sample => sample.AccountId == accountId).OrderByDescending(sample => sample.TakenAt).FirstOrDefaultAsync(ct);
        account.Followers = count;
        if (last is null || last.Followers != count || now - last.TakenAt >= ReachChange.LongestSilence)
            db.AccountSamples.Add(new AccountSample { AccountId = accountId, Followers = count, TakenAt = now });
    }

    private async Task NoteFailureAsync(Guid accountId, ReachReading.Failed failed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await ReadingOfAsync(db, accountId, ct);
        (account.FailedAt, account.FailedBecause) = (now, failed.Reason.Length <= 1000 ? failed.Reason : failed.Reason[..1000]);
        account.WaitUntil = failed.Until ?? now + times.Interval;
        await db.SaveChangesAsync(ct);
    }

    private static async Task<AccountReading> ReadingOfAsync(RecruitDb db, Guid accountId, CancellationToken ct)
        => await db.AccountReadings.FindAsync([accountId], ct) ?? db.AccountReadings.Add(new AccountReading { AccountId = accountId }).Entity;

    private sealed record DuePost(Guid DeliveryId, string RemoteId, DateTimeOffset PublishedAt, DateTimeOffset? NextAt);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The numbers of {Network} account {Handle} could not be read: {Reason}")]
        public static partial void NotRead(ILogger log, string network, string handle, string reason);
    }
}
