using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>A send without an answer: looked for, adopted, or sent once more, and never twice in doubt.</summary>
public class SettleUncertainTests : SendingTest
{
    private static readonly PublishResult NoAnswer = new PublishResult.NoAnswer("No answer came.");

    [Fact]
    public async Task What_is_found_on_the_timeline_is_adopted_with_its_id()
    {
        var delivery = await LoseAsync();
        Network.Show("77", delivery.Content.Text);

        await RunLaneAfterAsync(TimeSpan.FromSeconds(29));
        Network.Looks.ShouldBe(0);
        await RunLaneAfterAsync(TimeSpan.FromSeconds(1));

        var found = await NowAsync(delivery);
        found.State.ShouldBe(DeliveryState.Published);
        found.RemoteId.ShouldBe("77");
        Network.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Twice_surely_absent_it_is_sent_once_more()
    {
        var delivery = await LoseAsync();

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
        Network.Sent.Count.ShouldBe(1);
        await RunLaneAfterAsync(TimeSpan.FromMinutes(5));

        Network.Sent.Count.ShouldBe(2);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task Lost_a_second_time_it_asks_a_person()
    {
        var delivery = await LoseAsync();
        Network.Plan(NoAnswer);

        for (var round = 0; round < 2; round++)
        {
            await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
            await RunLaneAfterAsync(TimeSpan.FromMinutes(5));
        }

        await RunLaneAfterAsync(TimeSpan.FromDays(1));
        Network.Sent.Count.ShouldBe(2);
        var lost = await NowAsync(delivery);
        lost.State.ShouldBe(DeliveryState.Uncertain);
        lost.NeedsPerson.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unreadable_timeline_is_not_an_empty_one()
    {
        var delivery = await LoseAsync();
        Network.Unreadable = "The network is down.";

        for (var look = 0; look < 5; look++)
            await RunLaneAfterAsync(TimeSpan.FromMinutes(5));

        Network.Looks.ShouldBe(5);
        Network.Sent.Count.ShouldBe(1);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
    }

    [Fact]
    public async Task After_ten_looks_in_a_row_that_fail_a_person_is_asked()
    {
        var delivery = await LoseAsync();
        Network.Unreadable = "The network is down.";

        for (var look = 0; look < 12; look++)
            await RunLaneAfterAsync(TimeSpan.FromMinutes(15));

        Network.Looks.ShouldBe(10);
        var asked = await NowAsync(delivery);
        asked.NeedsPerson.ShouldBeTrue();
        asked.Reason.ShouldBe("10 looks in a row came to nothing. The network is down.");
    }

    [Fact]
    public async Task A_limit_that_a_look_meets_holds_the_account()
    {
        var delivery = await LoseAsync();
        var until = A.Now.AddHours(1);
        Network.LookSetback = new Setback(SetbackKind.Throttled, "The limit is reached.") { Until = until };

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await NowAsync(delivery)).NextAt.ShouldBe(until);
        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).WaitUntil.ShouldBe(until);
        await RunLaneAfterAsync(TimeSpan.FromMinutes(30));
        Network.Looks.ShouldBe(1);
    }

    [Theory]
    [InlineData(SetbackKind.SignedOut, Recruit.Accounts.AccountState.SignedOut)]
    [InlineData(SetbackKind.Stopped, Recruit.Accounts.AccountState.Stopped)]
    public async Task A_look_that_is_turned_away_rests_the_account(SetbackKind kind, Recruit.Accounts.AccountState state)
    {
        var delivery = await LoseAsync();
        Network.LookSetback = new Setback(kind, "The network will not have it.");

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).State.ShouldBe(state);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
    }

    [Fact]
    public async Task An_uncertain_delivery_does_not_hold_its_lane()
    {
        await LoseAsync();
        var next = await ScheduleAsync("We hire a pharmacist in Duluth.");

        await RunLaneAsync();

        (await NowAsync(next)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task A_duplicate_is_believed_only_when_it_is_seen()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.Duplicate(null, "The network has this already."));
        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);

        Network.Show("12", delivery.Content.Text);
        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await NowAsync(delivery)).RemoteId.ShouldBe("12");
    }

    [Fact]
    public async Task A_post_that_another_delivery_holds_is_not_adopted()
    {
        var first = await ScheduleAsync();
        await RunLaneAsync();
        var second = await LoseAsync();
        Network.Show((await NowAsync(first)).RemoteId!, second.Content.Text);

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await NowAsync(second)).State.ShouldBe(DeliveryState.Uncertain);
    }

    [Fact]
    public async Task What_an_earlier_run_left_open_is_looked_for_and_not_sent_again()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Sending);
        await SaveAsync(delivery);
        Clock.SetUtcNow(delivery.LastAttemptAt!.Value.AddSeconds(5));
        Network.Show("5", delivery.Content.Text);

        (await The<Outbox>().LoseAbandonedAsync(null, CancellationToken.None)).ShouldBe(1);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
        (await Db.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.SubjectId == delivery.Id))).Act.ShouldBe(Acts.DeliveryLost);
        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        Network.Sent.ShouldBeEmpty();
        (await NowAsync(delivery)).RemoteId.ShouldBe("5");
    }

    [Fact]
    public async Task Another_process_keeps_its_send_until_the_lease_ends()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Sending);
        await SaveAsync(delivery);

        Clock.SetUtcNow(delivery.LeaseUntil!.Value);
        (await The<Outbox>().LoseSilentAsync(CancellationToken.None)).ShouldBe(0);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await The<Outbox>().LoseSilentAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_lease_still_counts()
    {
        var delivery = await ScheduleAsync();
        Network.Meanwhile = async () =>
        {
            Clock.Advance(TimeSpan.FromMinutes(2));
            await The<Outbox>().LoseSilentAsync(CancellationToken.None);
        };

        await RunLaneAsync();

        var late = await NowAsync(delivery);
        late.State.ShouldBe(DeliveryState.Published);
        late.RemoteId.ShouldBe("remote-1");
    }

    [Fact]
    public async Task An_answer_that_comes_when_reading_back_has_told_already_changes_nothing()
    {
        var delivery = await ScheduleAsync();
        Network.Meanwhile = async () =>
        {
            Clock.Advance(TimeSpan.FromMinutes(2));
            await The<Outbox>().LoseSilentAsync(CancellationToken.None);
            Network.Show("77", delivery.Content.Text);
            await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
        };

        await RunLaneAsync();

        var settled = await NowAsync(delivery);
        settled.State.ShouldBe(DeliveryState.Published);
        settled.RemoteId.ShouldBe("77");
        Network.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_comes_just_before_the_second_try_keeps_it_from_going_out()
    {
        var delivery = await ScheduleAsync();
        Network.Meanwhile = async () =>
        {
            Clock.Advance(TimeSpan.FromMinutes(2));
            await The<Outbox>().LoseSilentAsync(CancellationToken.None);
            (await The<ChangeDelivery>().SayAbsentAsync(delivery.Id, Hana.Id)).ShouldBeNull();
        };

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromHours(1));

        (await NowAsync(delivery)).RemoteId.ShouldBe("remote-1");
        Network.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_try_that_a_silent_process_left_open_says_so()
    {
        var delivery = await ScheduleAsync();
        var attempt = await The<Outbox>().ClaimAsync(await NowAsync(delivery), null, CancellationToken.None);
        attempt!.ContentHash.ShouldBe(delivery.Hash);

        Clock.Advance(TimeSpan.FromMinutes(2));
        await The<Outbox>().LoseSilentAsync(CancellationToken.None);

        var left = await Db.ReadAsync(db => db.Attempts.SingleAsync());
        left.Outcome.ShouldBe("Lost");
        left.EndedAt.ShouldBe(Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_a_dead_node_was_sending_is_lost_at_once_when_its_lane_is_taken_over()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Sending);
        await SaveAsync(delivery);

        await RunLaneAsync(isTakenOver: true);

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
        Network.Sent.ShouldBeEmpty();
    }

    private async Task<Delivery> LoseAsync()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(NoAnswer);
        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
        return delivery;
    }
}
