using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Broadcasts;

public class ApproveDeliveriesTests : SendingTest
{
    [Fact]
    public async Task An_approved_delivery_goes_out_at_once_when_it_has_no_time()
    {
        var id = await SubmitOneAsync();

        (await ApproveAsync([id])).Approved.ShouldBe(1);
        await RunLaneAsync();

        var delivery = await NowAsync(id);
        delivery.State.ShouldBe(DeliveryState.Published);
        delivery.ApprovedBy.ShouldBe(Ruth.Id);
    }

    [Fact]
    public async Task The_author_cannot_approve()
    {
        var both = StaffMember.Create("bo@hospital.example", "Bo", StaffRoles.Hr | StaffRoles.Recruiter);
        await SaveAsync(both);
        var delivery = A.Delivery(Account, Facility, writer: both.Id);
        await SaveAsync(delivery);

        var result = await ApproveAsync([delivery.Id], both);

        result.Approved.ShouldBe(0);
        result.Refusals.ShouldHaveSingleItem().ShouldContain("someone else must approve");
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Held);
    }

    [Fact]
    public async Task Only_a_recruiter_approves()
    {
        var id = await SubmitOneAsync();
        var other = StaffMember.Create("hugo@hospital.example", "Hugo", StaffRoles.Hr | StaffRoles.Administrator);
        await SaveAsync(other);

        await Should.ThrowAsync<NotAllowedException>(() => ApproveAsync([id], other));
    }

    [Fact]
    public async Task Words_that_changed_while_they_were_read_are_not_approved()
    {
        var id = await SubmitOneAsync();
        var seen = await NowAsync(id);
        await The<ChangeDelivery>().EditAsync(id, seen.Version, $"Nights in Duluth: {seen.Content.Link}", Hana.Id);

        var result = await The<ApproveDeliveries>().RunAsync([new SeenDelivery(id, seen.Hash)], Ruth.Id);

        result.Approved.ShouldBe(0);
        result.Refusals.ShouldHaveSingleItem().ShouldContain("changed while you were reading");
    }

    [Fact]
    public async Task Two_who_approve_at_once_approve_it_once()
    {
        var id = await SubmitOneAsync();
        var second = StaffMember.Create("rosa@hospital.example", "Rosa", StaffRoles.Recruiter);
        await SaveAsync(second);

        var results = await Task.WhenAll(Task.Run(() => ApproveAsync([id])), Task.Run(() => ApproveAsync([id], second)));

        results.Sum(result => result.Approved).ShouldBe(1);
        results.Sum(result => result.Refusals.Count).ShouldBe(1);
        (await NowAsync(id)).State.ShouldBe(DeliveryState.Scheduled);
    }

    [Fact]
    public async Task An_approval_after_its_time_is_refused()
    {
        var delivery = A.Delivery(Account, Facility);
        await SaveAsync(delivery);
        Clock.SetUtcNow(delivery.DueAt!.Value);

        (await ApproveAsync([delivery.Id])).Refusals.ShouldHaveSingleItem().ShouldContain("its time has passed");
    }

    [Fact]
    public async Task What_the_guard_stops_is_not_approved()
    {
        var delivery = A.Delivery(Account, Facility, text: "SSN 123-45-6789");
        await SaveAsync(delivery);

        (await ApproveAsync([delivery.Id])).Approved.ShouldBe(0);
    }

    [Fact]
    public async Task Sent_back_it_waits_with_the_reason()
    {
        var id = await SubmitOneAsync();

        await The<ApproveDeliveries>().SendBackAsync([id], "Say the shift.", Ruth.Id);

        (await NowAsync(id)).Reason.ShouldBe("Ruth sent it back: Say the shift.");
    }

    [Fact]
    public async Task Sent_back_it_is_not_approved_before_its_words_are_mended()
    {
        var id = await SubmitOneAsync();
        await The<ApproveDeliveries>().SendBackAsync([id], "Say the shift.", Ruth.Id);

        (await ApproveAsync([id])).Refusals.ShouldHaveSingleItem().ShouldContain("sent back");

        var sentBack = await NowAsync(id);
        (await The<ChangeDelivery>().EditAsync(id, sentBack.Version, $"Nights in Duluth: {sentBack.Content.Link}", Hana.Id)).ShouldBeNull();
        (await ApproveAsync([id])).Approved.ShouldBe(1);
    }

    private async Task<Guid> SubmitOneAsync() => (await SubmitAsync(await OpenAsync(), new BroadcastChoices(true, null, null, null, false))).ShouldHaveSingleItem();
}
