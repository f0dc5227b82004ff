using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class RefreshCopyTests : SendingTest
{
    [Fact]
    public async Task Facts_that_change_the_words_void_the_approval()
    {
        var (vacancy, id) = await ApprovedAsync();
        await ChangeAsync(vacancy, row => row.Title = "Charge Nurse, ICU");

        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(1);

        var delivery = await NowAsync(id);
        delivery.State.ShouldBe(DeliveryState.Held);
        delivery.IsApproved.ShouldBeFalse();
        delivery.Content.Text.ShouldContain("Charge Nurse");
    }

    [Fact]
    public async Task Facts_that_the_words_do_not_hold_leave_the_approval_alone()
    {
        var (vacancy, id) = await ApprovedAsync();
        await ChangeAsync(vacancy, row => row.ContactName = "Someone Else");

        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(0);

        (await NowAsync(id)).IsApproved.ShouldBeTrue();
    }

    [Fact]
    public async Task A_persons_own_words_stay_theirs_to_mend()
    {
        var (vacancy, id) = await ApprovedAsync();
        var seen = await NowAsync(id);
        var own = $"Nights in Duluth: {seen.Content.Link}";
        await The<ChangeDelivery>().EditAsync(id, seen.Version, own, Hana.Id);
        await ApproveAsync([id]);
        await ChangeAsync(vacancy, row => row.Title = "Charge Nurse, ICU");

        await The<RefreshCopy>().RunAsync(vacancy.Id);

        var delivery = await NowAsync(id);
        delivery.State.ShouldBe(DeliveryState.Held);
        delivery.Content.Text.ShouldBe(own);
        delivery.Reason.ShouldContain("written by hand");
    }

    [Fact]
    public async Task What_stands_on_the_network_is_not_touched()
    {
        var (vacancy, id) = await ApprovedAsync(announceAt: null);
        await RunLaneAsync();
        await ChangeAsync(vacancy, row => row.Title = "Charge Nurse, ICU");

        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(0);

        (await NowAsync(id)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task An_earlier_closing_date_ends_the_delivery_earlier()
    {
        var (vacancy, id) = await ApprovedAsync();
        await ChangeAsync(vacancy, row => row.ClosesOn = A.Today.AddDays(10));

        await The<RefreshCopy>().RunAsync(vacancy.Id);

        (await NowAsync(id)).NotAfter.ShouldBe(A.Vacancy(Facility, row => row.ClosesOn = A.Today.AddDays(10)).ClosesAt);
    }

    [Fact]
    public async Task What_a_lane_moves_meanwhile_is_decided_again()
    {
        var (vacancy, id) = await ApprovedAsync();
        await ChangeAsync(vacancy, row => row.Title = "Charge Nurse, ICU");
        var moved = false;
        Network.Measure = text =>
        {
            if (!moved)
            {
                using var db = Db.CreateDbContext();
                db.Deliveries.Single(row => row.Id == id).Postpone(A.Now.AddDays(2), "The account's daily cap is reached.");
                db.SaveChangesAsync().GetAwaiter().GetResult();
            }

            moved = true;
            return text.Length;
        };

        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(1);

        moved.ShouldBeTrue();
        var delivery = await NowAsync(id);
        (delivery.State, delivery.DueAt).ShouldBe((DeliveryState.Held, A.Now.AddDays(2)));
        delivery.Content.Text.ShouldContain("Charge Nurse");
    }

    private Task<(Vacancy Vacancy, Guid DeliveryId)> ApprovedAsync() => ApprovedAsync(A.Now.AddDays(1));

    private async Task<(Vacancy Vacancy, Guid DeliveryId)> ApprovedAsync(DateTimeOffset? announceAt)
    {
        var vacancy = await OpenAsync();
        var ids = await SubmitAsync(vacancy, new BroadcastChoices(true, announceAt, null, null, false));
        (await ApproveAsync(ids)).Approved.ShouldBe(1);
        return (vacancy, ids[0]);
    }

    private async Task ChangeAsync(Vacancy vacancy, Action<Vacancy> change)
    {
        await using var db = Db.CreateDbContext();
        change(await db.Vacancies.SingleAsync(row => row.Id == vacancy.Id));
        await db.SaveChangesAsync();
    }
}
