using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class PauseSendingTests : SendingTest
{
    private static readonly Dictionary<Guid, OverdueAnswer> NoAnswers = [];

    private Task<string?> PauseAsync(StaffMember? by = null) => The<PauseSending>().RunAsync((by ?? Ruth).Id, "A storm fills the emergency room.");

    private Task<ResumeResult> ResumeAsync(IReadOnlyDictionary<Guid, OverdueAnswer> answers, OverdueAnswer? others = null)
        => The<ResumeSending>().RunAsync(Ruth.Id, answers, others);

    [Fact]
    public async Task While_everything_is_paused_nothing_leaves()
    {
        var delivery = await ScheduleAsync();
        (await PauseAsync()).ShouldBeNull();

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromHours(1));

        Network.Sent.ShouldBeEmpty();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Scheduled);
        (await The<Outbox>().NextInstantAsync(Account.Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_pause_that_comes_between_finding_and_claiming_wins()
    {
        var delivery = await ScheduleAsync();
        var found = await The<Outbox>().NextDueAsync(Account.Id, default);
        var version = found!.Version;
        await PauseAsync();

        (await The<Outbox>().ClaimAsync(found, null, default)).ShouldBeNull();

        (await Db.ReadAsync(db => db.Attempts.CountAsync())).ShouldBe(0);
        (await NowAsync(delivery)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task A_live_post_still_comes_down()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Removing);
        await SaveAsync(delivery);
        await PauseAsync();

        await RunLaneAfterAsync(TimeSpan.FromDays(2));

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removed);
    }

    [Fact]
    public async Task Resuming_asks_about_everything_overdue_and_sends_nothing_before_the_answer()
    {
        var delivery = await ScheduleAsync();
        await PauseAsync();
        Clock.Advance(TimeSpan.FromMinutes(5));

        (await ResumeAsync(NoAnswers)).ShouldBeOfType<ResumeResult.Asks>().Overdue.ShouldHaveSingleItem().Id.ShouldBe(delivery.Id);

        await RunLaneAsync();
        Network.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_overdue_delivery_gets_its_own_answer()
    {
        var sent = await ScheduleAsync("We hire a nurse.");
        var skipped = await ScheduleAsync("We hire a pharmacist.");
        await PauseAsync();
        Clock.Advance(TimeSpan.FromHours(13));

        var result = await ResumeAsync(new Dictionary<Guid, OverdueAnswer> { [sent.Id] = OverdueAnswer.SendNow, [skipped.Id] = OverdueAnswer.Skip });
        await RunLaneAsync();

        result.ShouldBe(new ResumeResult.Resumed(1, 1));
        (await NowAsync(sent)).State.ShouldBe(DeliveryState.Published);
        (await NowAsync(skipped)).Reason.ShouldBe("Its time passed while everything was paused, and Ruth left it out.");
    }

    [Fact]
    public async Task One_answer_may_stand_for_all_the_others()
    {
        await ScheduleAsync("We hire a nurse.");
        await ScheduleAsync("We hire a pharmacist.");
        await PauseAsync();

        (await ResumeAsync(NoAnswers, OverdueAnswer.Skip)).ShouldBe(new ResumeResult.Resumed(0, 2));
    }

    [Fact]
    public async Task What_is_not_due_yet_is_not_asked_about_and_goes_at_its_time()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Scheduled);
        await SaveAsync(delivery);
        await PauseAsync();

        (await ResumeAsync(NoAnswers)).ShouldBe(new ResumeResult.Resumed(0, 0));
        await RunLaneAsync();
        Network.Sent.ShouldBeEmpty();

        await RunLaneAfterAsync(TimeSpan.FromHours(1));
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task It_stands_in_the_trail_who_paused_and_why()
    {
        await PauseAsync();
        await ResumeAsync(NoAnswers);

        var trail = await Db.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());
        trail.Select(entry => (entry.Act, entry.ActorName)).ShouldBe([(Acts.PauseStarted, "Ruth"), (Acts.PauseEnded, "Ruth")]);
        trail[0].Note.ShouldBe("A storm fills the emergency room.");
    }

    [Fact]
    public async Task HR_may_not_pause_everything() => await Should.ThrowAsync<NotAllowedException>(() => PauseAsync(Hana));

    [Fact]
    public async Task A_second_pause_is_told_of_the_first()
    {
        await PauseAsync();

        (await PauseAsync()).ShouldBe("Ruth has paused everything already: A storm fills the emergency room.");
    }

    [Fact]
    public async Task A_pause_needs_a_reason() => (await The<PauseSending>().RunAsync(Ruth.Id, " ")).ShouldStartWith("Say why");

    [Fact]
    public async Task Whoever_works_for_one_facility_does_not_answer_for_another()
    {
        await ScheduleAsync();
        await PauseAsync();
        var elsewhere = StaffMember.Create("rob@hospital.example", "Rob", StaffRoles.Recruiter);
        elsewhere.FacilityIds.Add(Guid.CreateVersion7());
        await Db.SaveAsync(elsewhere);

        await Should.ThrowAsync<NotAllowedException>(() => The<ResumeSending>().RunAsync(elsewhere.Id, NoAnswers, OverdueAnswer.SendNow));
    }
}
