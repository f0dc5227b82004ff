using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Notices;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class PlanDigestsTests : SendingTest
{
    // Now is Monday, 09:00 in Duluth.
    private static readonly DateTimeOffset Tuesday = A.Now.AddDays(1);

    private DigestOrder Order => new(Facility.Id, "Critical care", DayOfWeek.Tuesday, new TimeOnly(9, 0));

    [Fact]
    public async Task A_day_ahead_it_is_planned_and_waits_for_somebody_elses_approval()
    {
        var (first, _) = (await OpenAsync(), await OpenAsync());
        await OpenAsync(row => row.Specialty = "Oncology");
        await SwitchOnAsync();

        (await The<PlanDigests>().RunAsync()).ShouldBe(1);

        var planned = await PlannedAsync();
        (planned.Moment, planned.Delivery!.State, planned.Delivery.DueAt).ShouldBe((Moment.Digest, DeliveryState.Held, Tuesday));
        planned.Delivery.Label.ShouldBe("Digest: 2 openings in critical care");
        planned.Delivery.Content.Text.ShouldStartWith("2 openings in critical care at Lakeside, week of March 3:");
        planned.Delivery.Content.Text.ShouldContain($"/go/{planned.Delivery.LinkCode}");
        planned.Delivery.Writers.ShouldBeEmpty();
        (planned.Broadcast!.VacancyId, planned.Broadcast.SubmittedBy, planned.Broadcast.Digest.Count).ShouldBe((null, null, 2));
        planned.Delivery.NotAfter.ShouldBe(first.ClosesAt);
        (await Db.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Act == Acts.BroadcastSubmitted))).ActorName.ShouldBe("Clock");
    }

    [Fact]
    public async Task Approved_it_goes_out_at_its_time()
    {
        await OpenAsync();
        var id = await PlanAsync();

        (await ApproveAsync([id], Ruth)).Approved.ShouldBe(1);
        await RunLaneAfterAsync(TimeSpan.FromHours(23));
        Network.Sent.ShouldBeEmpty();
        await RunLaneAfterAsync(TimeSpan.FromHours(1));

        (await NowAsync(id)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task Unapproved_at_its_time_it_is_skipped_with_the_reason()
    {
        await OpenAsync();
        var id = await PlanAsync();

        Clock.Advance(TimeSpan.FromHours(24));
        await The<Outbox>().SkipUnapprovedAsync(default);

        var skipped = await NowAsync(id);
        (skipped.State, skipped.Reason).ShouldBe((DeliveryState.Skipped, "Nobody approved it before its time."));
        new DeliveryWords("X", Facility.Zone, Clock.GetUtcNow()).Describe(skipped).ShouldBe("Not posted. Nobody approved it before its time.");
    }

    [Fact]
    public async Task One_instant_is_planned_once_and_the_next_a_week_later()
    {
        await OpenAsync();
        await PlanAsync();

        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
        Clock.Advance(TimeSpan.FromDays(6));
        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
        Clock.Advance(TimeSpan.FromDays(1));
        (await The<PlanDigests>().RunAsync()).ShouldBe(1);

        (await Db.ReadAsync(db => db.Deliveries.OrderBy(row => row.DueAt).Select(row => row.DueAt).ToListAsync()))
            .ShouldBe([Tuesday, Facility.Zone.InstantOf(new DateOnly(2026, 3, 10), new TimeOnly(9, 0))]);
    }

    [Fact]
    public async Task Two_nodes_at_once_plan_one()
    {
        await OpenAsync();
        await SwitchOnAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => The<PlanDigests>().RunAsync()));

        (await Db.ReadAsync(db => db.Broadcasts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task More_than_a_day_ahead_nothing_is_planned()
    {
        await OpenAsync();
        await SwitchOnAsync(Order with { Time = new TimeOnly(9, 1) });

        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Without_an_open_vacancy_none_is_planned_until_one_opens()
    {
        await OpenAsync(row => row.Specialty = "Oncology");
        await SwitchOnAsync();
        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
        (await The<PlanDigests>().PreviewAsync(Account.Id, Order)).Subject.ShouldBeNull();

        await OpenAsync();

        (await The<PlanDigests>().RunAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(0.79, 0)]
    [InlineData(0.80, 1)]
    public async Task Ordered_for_a_near_cap_it_is_planned_once_four_fifths_are_spent(double spent, int planned)
    {
        await OpenAsync();
        (await The<ChangeBudget>().RunAsync(Ruth.Id, Account.Id, 1m)).ShouldBeNull();
        Network.Price = _ => (decimal)spent;
        await ScheduleAsync();
        await RunLaneAsync();
        await SwitchOnAsync(Order with { OnlyNearCap = true });

        (await The<PlanDigests>().RunAsync()).ShouldBe(planned);
    }

    [Fact]
    public async Task Without_a_cap_none_is_near()
    {
        await OpenAsync();
        await SwitchOnAsync(Order with { OnlyNearCap = true });

        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task One_that_cannot_be_written_asks_a_person_until_it_can()
    {
        await OpenAsync();
        await SwitchOnAsync();
        Network.Measure = text => text.Length * 1000;

        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
        var ask = (await AsksAsync()).ShouldHaveSingleItem();
        ask.Text.ShouldStartWith($"The next digest of {Account.Handle} cannot be written.");
        ask.Action.ShouldBe("See the digest");

        Network.Measure = text => text.Length;
        (await The<PlanDigests>().RunAsync()).ShouldBe(1);
        (await AsksAsync()).ShouldNotContain(one => one.Action == "See the digest");
    }

    private Task<IReadOnlyList<Ask>> AsksAsync() => Db.ReadAsync(db => new BroadcastAsks().AsksAsync(db, Ruth.Id, Ruth.Roles, default));

    [Fact]
    public async Task Switched_off_it_plans_nothing()
    {
        await OpenAsync();
        await SwitchOnAsync();
        await The<ChangeAccount>().SetDigestAsync(Ruth.Id, Account.Id, null);

        (await The<PlanDigests>().RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Quiet_hours_move_it()
    {
        await OpenAsync();
        await using (var db = Db.CreateDbContext())
        {
            (await db.Accounts.SingleAsync()).Cadence = new Cadence { QuietFrom = new TimeOnly(8, 0), QuietTo = new TimeOnly(10, 0) };
            await db.SaveChangesAsync();
        }

        (await NowAsync(await PlanAsync())).DueAt.ShouldBe(Tuesday.AddHours(1));
    }

    [Theory]
    [InlineData(StaffRoles.Hr)]
    [InlineData(StaffRoles.PrivacyReviewer)]
    public async Task Only_recruiters_and_administrators_order_one(StaffRoles roles)
    {
        var person = StaffMember.Create("p@hospital.example", "Pat", roles);
        await SaveAsync(person);

        await Should.ThrowAsync<NotAllowedException>(() => The<ChangeAccount>().SetDigestAsync(person.Id, Account.Id, Order));
    }

    [Fact]
    public async Task A_recruiter_of_another_facility_neither_orders_nor_ends_one()
    {
        var other = A.Facility("Elsewhere");
        var stranger = StaffMember.Create("s@hospital.example", "Sam", StaffRoles.Recruiter, [other.Id]);
        await SaveAsync(other, stranger);
        await SwitchOnAsync();

        await Should.ThrowAsync<NotAllowedException>(() => The<ChangeAccount>().SetDigestAsync(stranger.Id, Account.Id, null));
        await Should.ThrowAsync<NotAllowedException>(() => The<ChangeAccount>().SetDigestAsync(stranger.Id, Account.Id, Order with { FacilityId = other.Id }));
    }

    [Fact]
    public async Task An_opening_that_closes_after_the_approval_drops_out_and_the_rest_is_approved_anew()
    {
        var (stays, closes) = (await OpenAsync(row => row.Title = "ICU Nurse, Days"), await OpenAsync(row => row.Title = "ICU Nurse, Nights"));
        var id = await PlanAsync();
        await ApproveAsync([id], Ruth);

        await The<CloseVacancy>().RunAsync(closes.Id, VacancyState.Filled, "", Hana.Id);

        var held = await NowAsync(id);
        (held.State, held.IsApproved, held.Label).ShouldBe((DeliveryState.Held, false, "Digest: 1 opening in critical care"));
        held.Content.Text.ShouldContain(stays.Title);
        held.Content.Text.ShouldNotContain(closes.Title);
        held.Reason.ShouldBe("The openings changed, so the words did too.");
        await RunLaneAfterAsync(TimeSpan.FromHours(25));
        Network.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_its_last_opening_closes_it_is_called_off()
    {
        var vacancy = await OpenAsync();
        var id = await PlanAsync();
        await ApproveAsync([id], Ruth);

        await The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Withdrawn, "", Hana.Id);

        var off = await NowAsync(id);
        (off.State, off.Reason).ShouldBe((DeliveryState.Cancelled, "None of the openings that it tells of is open any more."));
    }

    [Fact]
    public async Task A_live_one_comes_down_with_its_last_opening()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        var id = await PlanAsync();
        await ApproveAsync([id], Ruth);
        await RunLaneAfterAsync(TimeSpan.FromHours(24));

        await The<CloseVacancy>().RunAsync(first.Id, VacancyState.Filled, "", Hana.Id);
        (await NowAsync(id)).State.ShouldBe(DeliveryState.Published);
        await The<CloseVacancy>().RunAsync(second.Id, VacancyState.Filled, "", Hana.Id);
        await RunLaneAsync();

        (await NowAsync(id)).State.ShouldBe(DeliveryState.Removed);
    }

    [Fact]
    public async Task A_changed_title_changes_the_words_and_a_changed_contact_does_not()
    {
        var vacancy = await OpenAsync();
        var id = await PlanAsync();
        await ApproveAsync([id], Ruth);

        await ChangeAsync(vacancy, row => row.ContactName = "Someone Else");
        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(0);
        (await NowAsync(id)).IsApproved.ShouldBeTrue();

        await ChangeAsync(vacancy, row => row.Title = "Charge Nurse, ICU");
        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(1);
        (await NowAsync(id)).Content.Text.ShouldContain("Charge Nurse, ICU");
    }

    private Task SwitchOnAsync(DigestOrder? order = null) => The<ChangeAccount>().SetDigestAsync(Ruth.Id, Account.Id, order ?? Order);

    private async Task<Guid> PlanAsync()
    {
        await SwitchOnAsync();
        (await The<PlanDigests>().RunAsync()).ShouldBe(1);
        return (await PlannedAsync()).DeliveryId;
    }

    private Task<PlannedDelivery> PlannedAsync() => Db.ReadAsync(db => db.PlannedDeliveries.AsNoTracking()
        .Include(planned => planned.Delivery).Include(planned => planned.Broadcast).ThenInclude(broadcast => broadcast!.Digest).SingleAsync());

    private async Task ChangeAsync(Vacancy vacancy, Action<Vacancy> change)
    {
        await using var db = Db.CreateDbContext();
        change(await db.Vacancies.SingleAsync(row => row.Id == vacancy.Id));
        await db.SaveChangesAsync();
    }
}
