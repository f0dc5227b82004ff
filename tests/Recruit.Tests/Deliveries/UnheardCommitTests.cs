using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>The database takes a change and its answer is lost: doing it again must not count twice.</summary>
public sealed class UnheardCommitTests : SendingTest
{
    private static readonly RetryTimes Times = new([TimeSpan.FromSeconds(5)], [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)], TimeSpan.FromSeconds(30));

    [Fact]
    public async Task One_look_counts_once()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Uncertain);
        await SaveAsync(delivery);
        var known = await NowAsync(delivery);

        Db.Watcher = new UnheardCommits(1);
        await DriveAsync(The<Outbox>().StoreAsync(known, row => row.LookedAbsent(Clock.GetUtcNow(), Times), default));

        var looked = await NowAsync(delivery);
        looked.AbsentLooks.ShouldBe(1);
        looked.State.ShouldBe(DeliveryState.Uncertain);
    }

    [Fact]
    public async Task A_refusal_is_noted_with_its_try_and_counts_once()
    {
        var known = await NowAsync(await ScheduleAsync());
        Network.Plan(new PublishResult.Rejected("Too long."));
        await SendUnheardAsync(known);

        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).Refusals.ShouldBe(1);
        (await Db.ReadAsync(db => db.Attempts.SingleAsync())).Outcome.ShouldBe("Rejected");
        (await Db.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.DeliveryAttempted))).ShouldBe(1);
    }

    [Fact]
    public async Task A_limit_is_noted_although_the_database_was_away()
    {
        var known = await NowAsync(await ScheduleAsync());
        var until = A.Now.AddHours(2);
        Network.Plan(new PublishResult.RateLimited(until, "The limit is reached."));
        await SendUnheardAsync(known);

        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).WaitUntil.ShouldBe(until);
    }

    [Fact]
    public async Task A_look_is_written_down_once()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Uncertain);
        await SaveAsync(delivery);
        var known = await NowAsync(delivery);

        Db.Watcher = new UnheardCommits(2);
        await DriveAsync(The<SettleUncertain>().RunAsync(known, default));

        (await Db.ReadAsync(db => db.Attempts.CountAsync(attempt => attempt.Kind == AttemptKind.Look))).ShouldBe(1);
        (await NowAsync(delivery)).AbsentLooks.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_database_will_never_take_is_not_tried_again()
    {
        var first = A.Delivery(Account, Facility, DeliveryState.Published);
        var second = A.Delivery(Account, Facility, DeliveryState.Uncertain);
        await SaveAsync(first, second);
        var known = await NowAsync(second);

        var trouble = await Should.ThrowAsync<DbUpdateException>(() => The<Outbox>().StoreAsync(known, row => row.Appear(first.RemoteId, null, A.Now), default));

        trouble.ShouldNotBeOfType<DbUpdateConcurrencyException>();
    }

    [Fact]
    public void A_network_that_says_a_lot_is_cut_to_what_is_stored()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Uncertain);
        var much = new string('a', Delivery.LongestReason - 1) + "\U0001F600" + "more";

        delivery.AskPerson(much);
        delivery.Reason.ShouldBe(new string('a', Delivery.LongestReason - 1));
        delivery.TakeDown(much, A.Now);
        delivery.Reason.Length.ShouldBeLessThanOrEqualTo(Delivery.LongestReason);
        new Attempt { DeliveryId = delivery.Id, Kind = AttemptKind.Look, StartedAt = A.Now, Boot = Guid.NewGuid(), RequestId = much }.RequestId!.Length.ShouldBe(Attempt.LongestRequestId);
    }

    /// <summary>From the answer on nothing is heard of: the delivery, its try, the account. Until then the clock stands, or the send would be too late.</summary>
    private async Task SendUnheardAsync(Delivery known)
    {
        var answered = new TaskCompletionSource();
        Network.Meanwhile = () =>
        {
            Db.Watcher = new UnheardCommits(3);
            answered.SetResult();
            return Task.CompletedTask;
        };

        var sending = The<PublishDelivery>().RunAsync(known, default);
        await Task.WhenAny(sending, answered.Task);
        await DriveAsync(sending);
    }

    // The waits between two tries pass as fast as they are asked for.
    private async Task DriveAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await work;
    }
}
