using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>What a lane does with answers: publish once, wait, ask, stop.</summary>
public class LaneTests : SendingTest
{
    [Fact]
    public async Task A_due_delivery_is_published_once_and_as_approved()
    {
        var delivery = await ScheduleAsync();

        await RunLaneAsync();
        await RunLaneAsync();

        Network.Sent.ShouldHaveSingleItem().Text.ShouldBe(delivery.Content.Text);
        var now = await NowAsync(delivery);
        now.State.ShouldBe(DeliveryState.Published);
        now.RemoteId.ShouldBe("remote-1");
        now.RemoteUrl.ShouldBe("https://network.example/remote-1");
    }

    [Fact]
    public async Task The_attempt_is_on_record_before_the_request_leaves()
    {
        var delivery = await ScheduleAsync();
        Attempt? seen = null;
        var state = DeliveryState.Held;
        Network.Meanwhile = async () =>
        {
            seen = await Db.ReadAsync(db => db.Attempts.SingleAsync(attempt => attempt.DeliveryId == delivery.Id));
            state = (await NowAsync(delivery)).State;
        };

        await RunLaneAsync();

        state.ShouldBe(DeliveryState.Sending);
        seen!.EndedAt.ShouldBeNull();
        seen.ContentHash.ShouldBe(delivery.Hash);
        (await Db.ReadAsync(db => db.Attempts.SingleAsync())).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Deliveries_leave_in_the_order_of_their_time()
    {
        var second = A.Delivery(Account, Facility, text: "Second.", asSoonAsApproved: true);
        var first = A.Delivery(Account, Facility, text: "First.", asSoonAsApproved: true);
        second.Approve(new Actor(Ruth.Id, Ruth.Name), A.Now.AddSeconds(20));
        first.Approve(new Actor(Ruth.Id, Ruth.Name), A.Now.AddSeconds(10));
        await SaveAsync(second, first);

        await RunLaneAfterAsync(TimeSpan.FromMinutes(1));

        Network.Sent.Select(sent => sent.Text.Split('.')[0]).ShouldBe(["First", "Second"]);
    }

    [Fact]
    public async Task Nothing_leaves_before_its_time()
    {
        await SaveAsync(A.Delivery(Account, Facility, DeliveryState.Scheduled));

        await RunLaneAfterAsync(TimeSpan.FromMinutes(59));
        Network.Sent.ShouldBeEmpty();

        await RunLaneAfterAsync(TimeSpan.FromMinutes(1));
        Network.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_limited_account_waits_until_the_network_takes_it_again()
    {
        var delivery = await ScheduleAsync();
        var other = await ScheduleAsync();
        Network.Plan(new PublishResult.RateLimited(A.Now.AddMinutes(10), "The limit is reached."));

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromMinutes(9));
        Network.Sent.Count.ShouldBe(1);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Retrying);

        await RunLaneAfterAsync(TimeSpan.FromMinutes(1));
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
        (await NowAsync(other)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task A_signed_out_account_stops_and_burns_nothing()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.SignedOut("The token ran out. Connect the account again."));

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromHours(1));
        Network.Sent.Count.ShouldBe(1);
        var waiting = await NowAsync(delivery);
        waiting.State.ShouldBe(DeliveryState.Retrying);
        waiting.Resends.ShouldBe(0);
        waiting.Account!.State.ShouldBe(AccountState.SignedOut);
        waiting.Account.StateReason.ShouldBe("The token ran out. Connect the account again.");

        await ResumeAsync();
        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task A_stopped_account_keeps_its_deliveries_waiting()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.AccountStopped("There are no credits left."));

        await RunLaneAsync();

        var waiting = await NowAsync(delivery);
        waiting.State.ShouldBe(DeliveryState.Retrying);
        waiting.Account!.State.ShouldBe(AccountState.Stopped);
    }

    [Fact]
    public async Task Secrets_that_cannot_be_opened_sign_the_account_out_and_send_nothing()
    {
        var delivery = await ScheduleAsync();
        await ChangeAccountAsync(account => account.SealedSecrets = "not sealed by this installation");

        await RunLaneAsync();

        Network.Sent.ShouldBeEmpty();
        var waiting = await NowAsync(delivery);
        waiting.State.ShouldBe(DeliveryState.Scheduled);
        waiting.Account!.State.ShouldBe(AccountState.SignedOut);
    }

    [Fact]
    public async Task An_unreachable_network_is_tried_again_after_a_growing_wait()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.Unreachable("Down."), new PublishResult.Unreachable("Down."));

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromSeconds(4));
        Network.Sent.Count.ShouldBe(1);
        await RunLaneAfterAsync(TimeSpan.FromSeconds(1));
        Network.Sent.Count.ShouldBe(2);
        await RunLaneAfterAsync(TimeSpan.FromSeconds(15));

        Network.Sent.Count.ShouldBe(3);
        Network.Sent.Select(sent => sent.RepeatKey).Distinct().ShouldHaveSingleItem();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task A_refused_delivery_asks_a_person_and_is_not_sent_again()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.Rejected("The words are too long."));

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromDays(1));

        Network.Sent.Count.ShouldBe(1);
        var refused = await NowAsync(delivery);
        refused.State.ShouldBe(DeliveryState.Rejected);
        refused.NeedsPerson.ShouldBeTrue();
    }

    private Task ResumeAsync() => ChangeAccountAsync(account => account.Resume());

    private async Task ChangeAccountAsync(Action<Account> change)
    {
        await using var db = Db.CreateDbContext();
        change(await db.Accounts.SingleAsync());
        await db.SaveChangesAsync();
    }
}
