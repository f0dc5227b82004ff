using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

/// <summary>A broadcast whose announcement stands on the network, with reminders, a closing-soon and a filled notice ahead.</summary>
public class CloseVacancyTests : SendingTest
{
    [Fact]
    public async Task Filled_on_an_account_that_removes_takes_everything_down()
    {
        var vacancy = await BroadcastAsync();

        var effect = await The<CloseVacancy>().PreviewAsync(vacancy.Id, VacancyState.Filled);
        await The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Filled, "", Hana.Id);
        await RunLaneAsync();

        effect.ShouldBe(new ClosingEffect(Cancelled: 5, Removed: 1, Notices: 0, Staying: 0));
        (await FatesAsync()).ShouldBe([(Moment.Announce, DeliveryState.Removed), (Moment.ClosingSoon, DeliveryState.Cancelled), (Moment.Filled, DeliveryState.Cancelled),
            (Moment.Reminder, DeliveryState.Cancelled), (Moment.Reminder, DeliveryState.Cancelled), (Moment.Reminder, DeliveryState.Cancelled)]);
        Network.Removed.ShouldBe(["remote-1"]);
        (await StateOfAsync(vacancy)).ShouldBe(VacancyState.Filled);
    }

    [Fact]
    public async Task Filled_on_an_account_that_posts_a_notice_lets_the_post_stand_and_says_thanks()
    {
        await PolicyAsync(WhenFilled.PostNotice);
        var vacancy = await BroadcastAsync();

        var effect = await The<CloseVacancy>().PreviewAsync(vacancy.Id, VacancyState.Filled);
        await The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Filled, "", Hana.Id);
        await RunLaneAsync();

        effect.ShouldBe(new ClosingEffect(Cancelled: 4, Removed: 0, Notices: 1, Staying: 1));
        Network.Removed.ShouldBeEmpty();
        Network.Sent.Count.ShouldBe(2);
        (await FatesAsync())[..3].ShouldBe([(Moment.Announce, DeliveryState.Published), (Moment.ClosingSoon, DeliveryState.Cancelled), (Moment.Filled, DeliveryState.Published)]);
    }

    [Fact]
    public async Task A_notice_that_nobody_approved_leaves_nothing_standing()
    {
        await PolicyAsync(WhenFilled.PostNotice);
        var vacancy = await BroadcastAsync(approveNotice: false);

        await The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Filled, "", Hana.Id);
        await RunLaneAsync();

        Network.Removed.ShouldBe(["remote-1"]);
    }

    [Fact]
    public async Task A_withdrawn_vacancy_comes_down_whatever_the_policy_says()
    {
        await PolicyAsync(WhenFilled.PostNotice);
        var vacancy = await BroadcastAsync();

        await The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Withdrawn, "", Hana.Id);
        await RunLaneAsync();

        Network.Removed.ShouldBe(["remote-1"]);
        Network.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_post_on_its_way_is_removed_as_soon_as_it_stands_there()
    {
        var vacancy = await OpenAsync();
        var ids = await SubmitAsync(vacancy, new BroadcastChoices(true, null, null, null, false));
        await ApproveAsync(ids);
        Network.Meanwhile = () => The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Filled, "", Hana.Id);

        await RunLaneAsync();

        (await NowAsync(ids[0])).State.ShouldBe(DeliveryState.Removed);
    }

    [Fact]
    public async Task The_clock_closes_what_is_past_its_date_where_the_work_is()
    {
        var vacancy = await OpenAsync(open => open.ClosesOn = A.Today);
        var job = new ExpireVacanciesJob(Db, The<CloseVacancy>(), Clock);

        // Midnight in Chicago is 6:00 UTC.
        Clock.SetUtcNow(A.Now.Date.AddDays(1).AddHours(6).AddSeconds(-1));
        await job.Execute(null!);
        (await StateOfAsync(vacancy)).ShouldBe(VacancyState.Open);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await job.Execute(null!);
        (await StateOfAsync(vacancy)).ShouldBe(VacancyState.Expired);
    }

    [Fact]
    public async Task Only_the_facilitys_own_staff_closes()
    {
        var vacancy = await OpenAsync();
        var elsewhere = StaffMember.Create("hugo@hospital.example", "Hugo", StaffRoles.Hr, [Guid.NewGuid()]);
        await SaveAsync(elsewhere);

        await Should.ThrowAsync<NotAllowedException>(() => The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Filled, "", elsewhere.Id));
    }

    private async Task<Vacancy> BroadcastAsync(bool approveNotice = true)
    {
        var vacancy = await OpenAsync();
        await SubmitAsync(vacancy, new BroadcastChoices(true, null, 7, 3, true));
        var approved = await Db.ReadAsync(db => db.PlannedDeliveries.Where(planned => approveNotice || planned.Moment != Moment.Filled).Select(planned => planned.DeliveryId).ToListAsync());
        (await ApproveAsync(approved)).Refusals.ShouldBeEmpty();
        await RunLaneAsync();
        return vacancy;
    }

    private async Task PolicyAsync(WhenFilled policy)
    {
        await using var db = Db.CreateDbContext();
        (await db.Accounts.SingleAsync()).WhenFilled = policy;
        await db.SaveChangesAsync();
    }

    private async Task<List<(Moment Moment, DeliveryState State)>> FatesAsync()
    {
        var rows = await Db.ReadAsync(db => db.PlannedDeliveries.Select(planned => new { planned.Moment, planned.Delivery!.State }).ToListAsync());
        return [.. rows.Select(row => (row.Moment, row.State)).OrderBy(fate => fate.Moment.ToString(), StringComparer.Ordinal)];
    }

    private Task<VacancyState> StateOfAsync(Vacancy vacancy) => Db.ReadAsync(db => db.Vacancies.Where(row => row.Id == vacancy.Id).Select(row => row.State).SingleAsync());
}
