using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>What keeps a delivery from leaving, and what happens when people change their minds on the way.</summary>
public class PublishDeliveryTests : SendingTest
{
    [Fact]
    public async Task The_guard_looks_once_more_before_the_call()
    {
        var delivery = await ScheduleAsync("Call 123-45-6789 and give your SSN 123-45-6789.");

        await RunLaneAsync();

        Network.Sent.ShouldBeEmpty();
        var held = await NowAsync(delivery);
        held.State.ShouldBe(DeliveryState.Held);
        held.Reason.ShouldNotBeEmpty();
        held.IsApproved.ShouldBeFalse();
    }

    [Fact]
    public async Task Words_that_changed_after_the_approval_do_not_leave()
    {
        var delivery = await ScheduleAsync();
        await using (var db = Db.CreateDbContext())
        {
            var row = await db.Deliveries.SingleAsync();
            row.Content = row.Content with { Text = row.Content.Text + " Now." };
            await db.SaveChangesAsync();
        }

        await RunLaneAsync();

        Network.Sent.ShouldBeEmpty();
        (await NowAsync(delivery)).Reason.ShouldBe("It was changed after its approval.");
    }

    [Theory]
    [InlineData(12, DeliveryState.Published)]
    [InlineData(13, DeliveryState.Skipped)]
    public async Task More_than_twelve_hours_late_it_is_skipped(int hours, DeliveryState end)
    {
        var delivery = await ScheduleAsync();

        await RunLaneAfterAsync(TimeSpan.FromHours(hours));

        (await NowAsync(delivery)).State.ShouldBe(end);
    }

    [Fact]
    public async Task What_nobody_approved_in_time_is_skipped()
    {
        var delivery = A.Delivery(Account, Facility);
        await SaveAsync(delivery);

        Clock.SetUtcNow(delivery.DueAt!.Value);
        await The<Outbox>().SkipUnapprovedAsync(CancellationToken.None);

        var skipped = await NowAsync(delivery);
        skipped.State.ShouldBe(DeliveryState.Skipped);
        skipped.Reason.ShouldBe("Nobody approved it before its time.");
    }

    [Fact]
    public async Task A_take_down_while_it_is_being_sent_removes_it_once_it_stands_there()
    {
        var delivery = await ScheduleAsync();
        Network.Meanwhile = () => TakeDownAsync(delivery);

        await RunLaneAsync();

        Network.Removed.ShouldBe(["remote-1"]);
        var gone = await NowAsync(delivery);
        gone.State.ShouldBe(DeliveryState.Removed);
        gone.Reason.ShouldBe("By Hana.");
    }

    [Fact]
    public async Task A_take_down_while_it_is_being_sent_calls_it_off_when_it_did_not_arrive()
    {
        var delivery = await ScheduleAsync();
        Network.Meanwhile = () => TakeDownAsync(delivery);
        Network.Plan(new PublishResult.Unreachable("Down."));

        await RunLaneAfterAsync(TimeSpan.Zero);
        await RunLaneAfterAsync(TimeSpan.FromHours(1));

        Network.Sent.Count.ShouldBe(1);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task An_edit_voids_the_approval_and_nothing_leaves()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Scheduled);
        await SaveAsync(delivery);

        var refusal = await The<ChangeDelivery>().EditAsync(delivery.Id, (await NowAsync(delivery)).Version, $"Nights in Duluth: {delivery.Content.Link}", Hana.Id);
        await RunLaneAfterAsync(TimeSpan.FromHours(2));

        refusal.ShouldBeNull();
        Network.Sent.ShouldBeEmpty();
        var edited = await NowAsync(delivery);
        edited.State.ShouldBe(DeliveryState.Held);
        edited.Writers.ShouldContain(Hana.Id);
    }

    [Fact]
    public async Task An_edit_of_words_that_changed_meanwhile_is_refused()
    {
        var delivery = A.Delivery(Account, Facility);
        await SaveAsync(delivery);
        var seen = (await NowAsync(delivery)).Version;
        await The<ChangeDelivery>().EditAsync(delivery.Id, seen, $"One: {delivery.Content.Link}", Hana.Id);

        var refusal = await The<ChangeDelivery>().EditAsync(delivery.Id, seen, $"Two: {delivery.Content.Link}", Hana.Id);

        refusal.ShouldNotBeNull();
        (await NowAsync(delivery)).Content.Text.ShouldStartWith("One:");
    }

    [Fact]
    public async Task A_removal_that_the_network_puts_off_is_tried_again()
    {
        var delivery = await ScheduleAsync();
        await RunLaneAsync();
        Network.RemoveAnswers.Enqueue(new RemoveResult.TryLater(null, "The network is busy."));
        await TakeDownAsync(delivery);

        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removing);
        await RunLaneAfterAsync(TimeSpan.FromSeconds(5));

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removed);
    }

    [Fact]
    public async Task Every_move_stands_in_the_audit()
    {
        var delivery = await ScheduleAsync();
        await RunLaneAsync();
        await TakeDownAsync(delivery);
        await RunLaneAsync();

        var trail = await Db.ReadAsync(db => db.Set<Recruit.Audit.AuditEntry>().Where(entry => entry.SubjectId == delivery.Id).OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());
        trail.ShouldBe([Recruit.Audit.Acts.DeliveryAttempted, Recruit.Audit.Acts.TakeDownAsked, Recruit.Audit.Acts.DeliveryRemoved, Recruit.Audit.Acts.DeliverySettled]);
    }

    private Task<string?> TakeDownAsync(Delivery delivery) => The<ChangeDelivery>().TakeDownAsync(delivery.Id, "By Hana.", Hana.Id);
}
