using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>A post whose instant has come already goes back to people, is mended, and goes out as soon as it is approved again.</summary>
public sealed class MendedDeliveryTests : SendingTest
{
    [Fact]
    public async Task A_refused_post_goes_out_once_its_mended_words_are_approved()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.Rejected("The words are too long."));
        await RunLaneAsync();

        await EditAsync(delivery);
        await SweepAsync();
        await ApproveAndRunAsync(delivery);
    }

    [Fact]
    public async Task A_post_that_is_edited_between_two_tries_goes_out_once_it_is_approved()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.Unreachable("Down."));
        await RunLaneAsync();

        await EditAsync(delivery);
        await SweepAsync();
        await ApproveAndRunAsync(delivery);
    }

    [Fact]
    public async Task What_the_guard_stops_at_its_instant_waits_with_the_finding()
    {
        var delivery = await ScheduleAsync("Call 123-45-6789 and give your SSN 123-45-6789.");
        await RunLaneAsync();
        var finding = (await NowAsync(delivery)).Reason;

        await SweepAsync();

        var held = await NowAsync(delivery);
        held.State.ShouldBe(DeliveryState.Held);
        held.Reason.ShouldBe(finding);
    }

    [Fact]
    public async Task A_released_notice_does_not_wait_for_a_second_release()
    {
        var notice = A.Notice(Account, Facility);
        notice.Release(A.Now);
        await SaveAsync(notice);
        Network.Plan(new PublishResult.Rejected("The words are too long."));
        await RunLaneAsync();

        await EditAsync(notice);
        await SweepAsync();
        await ApproveAndRunAsync(notice);
    }

    [Fact]
    public async Task The_closing_date_ends_what_nobody_approved_and_keeps_why_it_waited()
    {
        var delivery = await ScheduleAsync();
        Network.Plan(new PublishResult.Rejected("The words are too long."));
        await RunLaneAsync();
        await EditAsync(delivery);
        await using (var db = Db.CreateDbContext())
        {
            (await db.Deliveries.FindAsync(delivery.Id))!.NotAfter = A.Now.AddDays(1);
            await db.SaveChangesAsync();
        }

        Clock.Advance(TimeSpan.FromDays(1));
        (await ApproveAsync([delivery.Id])).Refusals.ShouldHaveSingleItem().ShouldContain("its time has passed");
        await SweepAsync();

        (await NowAsync(delivery)).Reason.ShouldBe("Nobody approved it before its time. Its words were edited.");
    }

    private async Task EditAsync(Delivery delivery)
        => (await The<ChangeDelivery>().EditAsync(delivery.Id, (await NowAsync(delivery)).Version, $"Nights in Duluth: {delivery.Content.Link}", Hana.Id)).ShouldBeNull();

    private async Task SweepAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        await The<Outbox>().SkipUnapprovedAsync(CancellationToken.None);
    }

    private async Task ApproveAndRunAsync(Delivery delivery)
    {
        Clock.Advance(TimeSpan.FromDays(1));
        (await ApproveAsync([delivery.Id])).Approved.ShouldBe(1);
        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
    }
}
