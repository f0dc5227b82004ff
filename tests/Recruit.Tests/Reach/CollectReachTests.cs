using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Reach;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Reach;

public sealed class CollectReachTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private readonly TestDb _db = new();
    private readonly FakeTimeProvider _clock = new(A.Now);
    private readonly TokenVault _vault = new(new EphemeralDataProtectionProvider());
    private readonly FakeReach _network = new();
    private readonly Vacancy _vacancy = A.Vacancy(state: VacancyState.Open);
    private readonly Account _account = A.Account();

    [Fact]
    public async Task Numbers_are_kept_and_only_changes_become_samples()
    {
        await PublishAsync("1");
        _network.Told["1"] = new() { ["impressions"] = 10, ["likes"] = 0 };
        await CollectAsync();
        _network.Told["1"] = new() { ["impressions"] = 25, ["likes"] = 0 };
        _clock.Advance(Interval);
        await CollectAsync();

        var samples = await _db.ReadAsync(db => db.ReachSamples.OrderBy(sample => sample.TakenAt).ThenBy(sample => sample.Metric).ToListAsync());
        samples.Select(sample => (sample.Metric, sample.Value)).ShouldBe([("impressions", 10L), ("likes", 0L), ("impressions", 25L)]);
        var reading = await _db.ReadAsync(db => db.DeliveryReadings.SingleAsync());
        reading.ReadAt.ShouldBe(_clock.GetUtcNow());
        reading.Values["impressions"].Value.ShouldBe(25);
    }

    [Fact]
    public async Task Posts_are_read_in_batches_and_not_again_before_they_are_due()
    {
        await PublishAsync("1", "2", "3");

        await CollectAsync();
        await CollectAsync();

        _network.Asked.Select(batch => batch.Count).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_failed_reading_changes_no_number_and_says_why()
    {
        await PublishAsync("1");
        _network.Told["1"] = new() { ["impressions"] = 10 };
        await CollectAsync();
        _network.Failure = new ReachReading.Failed("X is closed for the night.");
        _clock.Advance(Interval);
        await CollectAsync();

        (await _db.ReadAsync(db => db.DeliveryReadings.SingleAsync())).Values["impressions"].Value.ShouldBe(10);
        var account = await _db.ReadAsync(db => db.AccountReadings.SingleAsync());
        (account.FailedAt, account.FailedBecause).ShouldBe((_clock.GetUtcNow(), "X is closed for the night."));
    }

    [Fact]
    public async Task After_a_failure_the_next_reading_that_works_clears_it()
    {
        await PublishAsync("1");
        _network.Failure = new ReachReading.Failed("X is closed for the night.");
        await CollectAsync();
        _network.Failure = null;
        _clock.Advance(Interval);
        await CollectAsync();

        (await _db.ReadAsync(db => db.AccountReadings.SingleAsync())).FailedAt.ShouldBeNull();
    }

    [Fact]
    public async Task No_call_leaves_before_the_instant_that_the_network_named()
    {
        await PublishAsync("1", "2", "3");
        _network.Failure = new ReachReading.Failed("Too many calls.", A.Now.AddHours(3));
        await CollectAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        await CollectAsync();
        _network.Asked.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromHours(1));
        await CollectAsync();
        _network.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Old_posts_and_resting_accounts_are_left_alone()
    {
        await PublishAsync(A.Now.AddDays(-31), "1");
        await CollectAsync();

        await PublishAsync("2");
        await _db.ReadAsync(async db =>
        {
            (await db.Accounts.SingleAsync()).Pause("Holiday.");
            return await db.SaveChangesAsync();
        });
        await CollectAsync();

        _network.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_whose_secrets_cannot_be_opened_says_so()
    {
        await PublishAsync("1");
        await _db.ReadAsync(async db =>
        {
            new TokenVault(new EphemeralDataProtectionProvider()).Seal(await db.Accounts.SingleAsync(), new Dictionary<string, string>());
            return await db.SaveChangesAsync();
        });

        await CollectAsync();

        _network.Asked.ShouldBeEmpty();
        (await _db.ReadAsync(db => db.AccountReadings.SingleAsync())).FailedBecause.ShouldStartWith("Its secrets cannot be opened here.");
    }

    [Fact]
    public async Task Followers_are_sampled_when_they_change()
    {
        await PublishAsync("1");
        foreach (var followers in new long?[] { 100, 100, 101, null })
        {
            _network.Followers = followers;
            await CollectAsync();
            _clock.Advance(Interval);
        }

        (await _db.ReadAsync(db => db.AccountSamples.OrderBy(sample => sample.TakenAt).Select(sample => sample.Followers).ToListAsync())).ShouldBe([100, 101]);
    }

    [Fact]
    public async Task Where_reading_costs_it_is_added_to_the_month_and_done_no_more_often_than_the_channel_says()
    {
        (_network.Price, _network.PriceOfPost, _network.ReadAtMostEvery) = (0.01m, 0.002m, TimeSpan.FromDays(1));
        await PublishAsync("1");
        _network.Told["1"] = new() { ["impressions"] = 10 };
        await CollectAsync();
        _clock.Advance(TimeSpan.FromHours(23));
        await CollectAsync();
        _network.Asked.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromHours(1));
        await CollectAsync();

        _network.Asked.Count.ShouldBe(2);
        (await CostAsync()).ShouldBe((BillingMonth.Of(A.Now).Number, 0.024m));
    }

    [Fact]
    public async Task What_is_read_again_on_one_day_is_charged_once()
    {
        (_network.Price, _network.PriceOfPost) = (0.01m, 0.002m);
        await PublishAsync("1");
        _network.Told["1"] = new() { ["impressions"] = 10 };
        await CollectAsync();
        _clock.Advance(Interval);
        await CollectAsync();

        _network.Asked.Count.ShouldBe(2);
        (await CostAsync()).Dollars.ShouldBe(0.012m);
    }

    private async Task<(int Month, decimal Dollars)> CostAsync()
    {
        var cost = await _db.ReadAsync(db => db.ReadingCosts.SingleAsync());
        return (cost.Month, Money.FromMicros(cost.Micros));
    }

    public void Dispose() => _db.Dispose();

    private Task CollectAsync()
        => new CollectReach(_db, new ChannelCatalog([_network]), _vault, new ReadingTimes(Interval), _clock, NullLogger<CollectReach>.Instance).RunAsync(default);

    private Task PublishAsync(params string[] remoteIds) => PublishAsync(_clock.GetUtcNow(), remoteIds);

    private async Task PublishAsync(DateTimeOffset at, params string[] remoteIds)
    {
        _vault.Seal(_account, new Dictionary<string, string>());
        await using var db = _db.CreateDbContext();
        if (await db.Accounts.AnyAsync())
            db.AttachRange(_vacancy.Facility!, _vacancy, _account);
        db.AddRange(remoteIds.Select(id => A.Post(_vacancy, _account, $"code{id}", publishedAt: at, remoteId: id)));
        await db.SaveChangesAsync();
    }
}
