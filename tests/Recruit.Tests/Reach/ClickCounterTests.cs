using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Recruit.Persistence;
using Recruit.Reach;
using Recruit.Tests.Support;

namespace Recruit.Tests.Reach;

public sealed class ClickCounterTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly FakeTimeProvider _clock = new(A.Now.AddMinutes(10));

    [Fact]
    public async Task Clicks_of_one_hour_share_a_row()
    {
        var delivery = await PublishedAsync();
        using var counter = Counter(_db);

        counter.Count(delivery);
        counter.Count(delivery);
        (await counter.FlushAsync(default)).ShouldBeTrue();
        counter.Count(delivery);
        _clock.Advance(TimeSpan.FromHours(1));
        counter.Count(delivery);
        (await counter.FlushAsync(default)).ShouldBeTrue();

        (await RowsAsync()).Select(row => (row.Hour, row.Count)).ShouldBe([(A.Now, 3), (A.Now.AddHours(1), 1)]);
    }

    [Fact]
    public async Task Writers_at_the_same_moment_lose_nothing()
    {
        var delivery = await PublishedAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var db = _db.CreateDbContext();
            await db.AddClicksAsync(delivery, A.Now, 5, default);
        }));

        (await RowsAsync()).Single().Count.ShouldBe(40);
    }

    [Fact]
    public async Task Clicks_that_cannot_be_written_are_kept()
    {
        var delivery = await PublishedAsync();
        var broken = new BrokenDatabases(_db) { IsBroken = true };
        using var counter = Counter(broken);
        counter.Count(delivery);

        (await counter.FlushAsync(default)).ShouldBeFalse();
        broken.IsBroken = false;
        (await counter.FlushAsync(default)).ShouldBeTrue();

        (await RowsAsync()).Single().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_gathered_is_written_when_the_program_stops()
    {
        var delivery = await PublishedAsync();
        var broken = new BrokenDatabases(_db) { IsBroken = true };
        using var counter = Counter(broken);
        await counter.StartAsync(default);
        counter.Count(delivery);
        await counter.FlushAsync(default);
        broken.IsBroken = false;

        await counter.StopAsync(default);

        (await RowsAsync()).Single().Count.ShouldBe(1);
    }

    public void Dispose() => _db.Dispose();

    private ClickCounter Counter(IDbContextFactory<RecruitDb> databases) => new(databases, _clock, NullLogger<ClickCounter>.Instance);

    private async Task<Guid> PublishedAsync()
        => (await _db.SaveAsync(A.Post(A.Vacancy(), A.Account(), "code", publishedAt: A.Now))).Planned[0].DeliveryId;

    private Task<List<HourOfClicks>> RowsAsync() => _db.ReadAsync(db => db.LinkClicks.OrderBy(row => row.Hour).ToListAsync());

    private sealed class BrokenDatabases(TestDb db) : IDbContextFactory<RecruitDb>
    {
        public bool IsBroken { get; set; }

        public RecruitDb CreateDbContext() => IsBroken ? throw new DbUpdateException("The database is away.") : db.CreateDbContext();
    }
}
