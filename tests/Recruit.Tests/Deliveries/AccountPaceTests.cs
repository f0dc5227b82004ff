using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class AccountPaceTests : SendingTest
{
    private async Task SetAsync(Cadence cadence)
    {
        await using var db = Db.CreateDbContext();
        (await db.Accounts.SingleAsync()).Cadence = cadence;
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_breached_gap_moves_each_delivery_to_a_place_of_its_own_and_the_row_says_so()
    {
        await SetAsync(new Cadence { GapMinutes = 30 });
        var first = await ScheduleAsync("We hire a nurse.");
        var second = await ScheduleAsync("We hire a pharmacist.");
        var third = await ScheduleAsync("We hire a coder.");

        await RunLaneAsync();

        (await NowAsync(first)).State.ShouldBe(DeliveryState.Published);
        (await NowAsync(second)).DueAt.ShouldBe(A.Now.AddMinutes(30));
        (await NowAsync(third)).DueAt.ShouldBe(A.Now.AddMinutes(60));
        new DeliveryWords("X", Facility.Zone, A.Now).Describe(await NowAsync(second))
            .ShouldBe("Goes out on X today 09:30. It moved: the account's posts keep 30 minutes apart.");

        await RunLaneAfterAsync(TimeSpan.FromMinutes(30));
        (await NowAsync(second)).State.ShouldBe(DeliveryState.Published);
        Network.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_full_day_moves_the_rest_to_the_next()
    {
        await SetAsync(new Cadence { DailyCap = 1 });
        await ScheduleAsync("We hire a nurse.");
        var second = await ScheduleAsync("We hire a pharmacist.");

        await RunLaneAsync();

        var moved = await NowAsync(second);
        moved.DueAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero));
        moved.Reason.ShouldBe("It moved: the account has no more posts left for that day.");
    }

    [Fact]
    public async Task Nothing_goes_out_in_quiet_hours_whatever_made_it_late()
    {
        await SetAsync(new Cadence { QuietFrom = new TimeOnly(8, 0), QuietTo = new TimeOnly(10, 0) });
        var delivery = await ScheduleAsync();

        await RunLaneAsync();

        Network.Sent.ShouldBeEmpty();
        (await NowAsync(delivery)).DueAt.ShouldBe(A.Now.AddHours(1));
    }

    [Fact]
    public async Task Planning_chooses_a_free_time_and_says_where_a_post_moved()
    {
        await SetAsync(new Cadence { GapMinutes = 60, RepeatDays = 0 });
        var at = A.Now.AddDays(1);
        await SubmitAsync(await OpenAsync(), new BroadcastChoices(true, at, null, null, false));

        var preview = await The<PlanBroadcast>().PreviewAsync((await OpenAsync()).Id, [Account.Id], new BroadcastChoices(true, at, null, null, false));

        preview.Copies.ShouldHaveSingleItem().Post.DueAt.ShouldBe(at.AddHours(1));
        preview.Copies[0].Post.RenderedFor.ShouldBe(at.AddHours(1));
        preview.Notes.ShouldContain("Announcement on @LakesideJobs moves to tomorrow 10:00 CST: the account posts at least 1 hour apart.");
    }

    [Fact]
    public async Task As_soon_as_approved_means_the_first_free_time()
    {
        await SetAsync(new Cadence { QuietFrom = new TimeOnly(8, 0), QuietTo = new TimeOnly(10, 0) });
        var ids = await SubmitAsync(await OpenAsync(), new BroadcastChoices(true, null, null, null, false));

        await ApproveAsync(ids);

        (await NowAsync(ids[0])).DueAt.ShouldBe(A.Now.AddHours(1));
    }

    [Fact]
    public async Task Setting_it_is_checked_and_stands_in_the_trail()
    {
        var ada = StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator);
        await Db.SaveAsync(ada);

        (await The<ChangeAccount>().SetCadenceAsync(ada.Id, Account.Id, new Cadence { GapMinutes = -1 })).ShouldNotBeEmpty();
        (await The<ChangeAccount>().SetCadenceAsync(ada.Id, Account.Id, new Cadence { GapMinutes = 45 })).ShouldBeEmpty();

        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).Cadence.GapMinutes.ShouldBe(45);
        (await Db.ReadAsync(db => db.AuditEntries.SingleAsync())).Note.ShouldBe("Posts: at least 45 minutes apart");
        await Should.ThrowAsync<NotAllowedException>(() => The<ChangeAccount>().SetCadenceAsync(Hana.Id, Account.Id, Cadence.None));
    }
}
