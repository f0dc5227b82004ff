using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>A process that dies between storing an answer and writing down the try.</summary>
public sealed class EndAttemptsTests : SendingTest
{
    private static readonly RetryTimes Times = new([TimeSpan.FromSeconds(5)], [TimeSpan.FromSeconds(30)], TimeSpan.FromSeconds(30));

    [Fact]
    public async Task The_post_stands_so_its_try_published_it()
    {
        await DieAfterAsync(new PublishResult.Published("remote-1", null));

        (await EndAsync()).ShouldBe(1);

        var attempt = await Db.ReadAsync(db => db.Attempts.SingleAsync());
        attempt.Outcome.ShouldBe("Published");
        attempt.EndedAt.ShouldBe(Clock.GetUtcNow());
        (await Db.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.DeliveryAttempted && entry.Note == "Published: now Published"))).ShouldBe(1);
        (await EndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_post_that_was_read_back_is_its_newest_tries_by_whatever_clock()
    {
        var delivery = await NowAsync(await ScheduleAsync());
        var first = await The<Outbox>().ClaimAsync(delivery, null, CancellationToken.None);
        await The<Outbox>().StoreAsync(delivery, row => row.Record(new PublishResult.Unreachable("Down."), Clock.GetUtcNow(), Times), CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(5));
        delivery = await NowAsync(delivery);
        var second = await The<Outbox>().ClaimAsync(delivery, null, CancellationToken.None);
        await The<Outbox>().StoreAsync(delivery, row => row.Appear("remote-1", null, Clock.GetUtcNow().AddSeconds(-2)), CancellationToken.None);

        (await EndAsync()).ShouldBe(2);

        var outcomes = await Db.ReadAsync(db => db.Attempts.ToDictionaryAsync(attempt => attempt.Id, attempt => attempt.Outcome));
        outcomes[first!.Id].ShouldBe("Lost");
        outcomes[second!.Id].ShouldBe("Published");
    }

    [Fact]
    public async Task What_else_came_of_it_is_not_known_any_more()
    {
        await DieAfterAsync(new PublishResult.Unreachable("Nobody was there."));

        (await EndAsync()).ShouldBe(1);

        var attempt = await Db.ReadAsync(db => db.Attempts.SingleAsync());
        attempt.Outcome.ShouldBe("Lost");
        attempt.Reason.ShouldContain("stopped before it wrote down");
    }

    [Fact]
    public async Task A_send_that_may_still_be_on_its_way_is_left_alone()
    {
        var delivery = await ScheduleAsync();
        await The<Outbox>().ClaimAsync(await NowAsync(delivery), null, CancellationToken.None);

        (await EndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_process_that_lives_has_the_time_to_end_its_own()
    {
        await DieAfterAsync(new PublishResult.Published("remote-1", null));

        (await The<EndAttempts>().RunAsync(CancellationToken.None)).ShouldBe(0);
    }

    private async Task DieAfterAsync(PublishResult result)
    {
        var delivery = await NowAsync(await ScheduleAsync());
        await The<Outbox>().ClaimAsync(delivery, null, CancellationToken.None);
        await The<Outbox>().StoreAsync(delivery, row => row.Record(result, Clock.GetUtcNow(), Times), CancellationToken.None);
    }

    private Task<int> EndAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(2));
        return The<EndAttempts>().RunAsync(CancellationToken.None);
    }
}
