using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>What a lane does before things go wrong: limits, refusals, lateness.</summary>
public class LaneCareTests : SendingTest
{
    [Fact]
    public async Task The_last_call_that_a_network_takes_is_followed_by_none_before_its_limit_begins_anew()
    {
        await ScheduleAsync();
        var other = await ScheduleAsync();
        var reset = A.Now.AddMinutes(10);
        Network.Plan(new PublishResult.Published("1", null) { RestUntil = reset });

        await RunLaneAsync();
        Network.Sent.Count.ShouldBe(1);
        (await The<Outbox>().NextInstantAsync(Account.Id, default)).ShouldBe(reset);

        await RunLaneAfterAsync(TimeSpan.FromMinutes(10));
        (await NowAsync(other)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_not_met_again_at_once()
    {
        await ScheduleAsync();
        var met = new TaskCompletionSource();
        Network.Meanwhile = () =>
        {
            met.SetResult();
            throw new InvalidOperationException("Nobody foresaw this.");
        };
        var began = Clock.GetUtcNow();

        var lane = RunLaneAsync();
        await met.Task;
        while (!lane.IsCompleted)
        {
            await Task.Yield();
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await lane;
        Network.Sent.Count.ShouldBe(1);
        (Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task After_a_limit_the_lane_wakes_at_the_reset_itself()
    {
        await ScheduleAsync();
        var reset = A.Now.AddSeconds(90);
        Network.Plan(new PublishResult.RateLimited(reset, "The limit is reached."));

        await RunLaneAsync();

        (await The<Outbox>().NextInstantAsync(Account.Id, default)).ShouldBe(reset);
    }

    [Fact]
    public async Task Three_refusals_in_a_row_pause_the_account_before_more_is_burnt()
    {
        for (var i = 0; i < 5; i++)
            await ScheduleAsync($"We hire nurse number {i}.");
        Network.Plan([.. Enumerable.Repeat(new PublishResult.Rejected("The link is not allowed."), 5)]);

        await RunLaneAsync();

        Network.Sent.Count.ShouldBe(3);
        var account = await Db.ReadAsync(db => db.Accounts.SingleAsync());
        account.State.ShouldBe(AccountState.Paused);
        account.StateReason.ShouldBe("The network refused the last 3 posts. Mend what it said, then let the account go on: The link is not allowed.");
        (await Db.ReadAsync(db => db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Scheduled))).ShouldBe(2);
    }

    [Fact]
    public async Task A_post_that_stands_forgives_the_refusals_before_it()
    {
        for (var i = 0; i < 5; i++)
            await ScheduleAsync($"We hire nurse number {i}.");
        var no = new PublishResult.Rejected("Too long.");
        Network.Plan(no, no, new PublishResult.Published("1", null), no, no);

        await RunLaneAsync();

        Network.Sent.Count.ShouldBe(5);
        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).State.ShouldBe(AccountState.Active);
    }

    [Fact]
    public async Task Twelve_hours_late_it_still_goes_out_and_later_it_is_skipped()
    {
        var sent = await ScheduleAsync("We hire a nurse.");
        await RunLaneAfterAsync(TimeSpan.FromHours(12));
        (await NowAsync(sent)).State.ShouldBe(DeliveryState.Published);

        var skipped = A.Delivery(Account, Facility, DeliveryState.Scheduled, "We hire a coder.");
        await SaveAsync(skipped);
        await RunLaneAfterAsync(TimeSpan.FromHours(1.5));
        (await NowAsync(skipped)).Reason.ShouldBe("It was more than 12 hours late.");
    }

    [Fact]
    public async Task Where_late_is_better_than_never_it_goes_out_up_to_the_closing_date()
    {
        var open = Late(A.Now.AddDays(5), "We hire a nurse.");
        var closed = Late(A.Now.AddDays(1), "We hire a coder.");
        await SaveAsync(open, closed);

        await RunLaneAfterAsync(TimeSpan.FromDays(2));

        (await NowAsync(open)).State.ShouldBe(DeliveryState.Published);
        var missed = await NowAsync(closed);
        missed.State.ShouldBe(DeliveryState.Skipped);
        missed.Reason.ShouldBe("The closing date has passed.");
    }

    private Delivery Late(DateTimeOffset notAfter, string text)
    {
        var model = A.Delivery(Account, Facility, text: text);
        var delivery = new Delivery
        {
            FacilityId = model.FacilityId,
            AccountId = model.AccountId,
            Account = Account,
            CreatedAt = A.Now,
            Label = "Late",
            Content = model.Content,
            LinkCode = model.LinkCode,
            Facts = model.Facts,
            LatePolicy = LatePolicy.Send,
            NotAfter = notAfter,
        };
        delivery.Approve(new Actor(Ruth.Id, "Ruth"), A.Now);
        return delivery;
    }
}
