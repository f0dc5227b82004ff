using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Audiences;
using Recruit.Audit;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Audiences;

public class TargetProfilesTests() : SendingTest(replace: builder => builder.Services.AddSingleton(services
    => new ChannelCatalog([new TargetingChannel(new FakeChannel(services.GetRequiredService<TimeProvider>()))])))
{
    private static readonly BroadcastChoices AnnounceNow = new(true, null, null, null, false);
    private static readonly TargetingValue Research = new("urn:li:function:24", "Research");
    private static readonly JobFamily Nursing = JobFamily.Find("nursing")!;

    private TargetingChannel Targets => (TargetingChannel)The<ChannelCatalog>()[Account.Channel];

    [Fact]
    public async Task A_delivery_remembers_the_version_that_it_was_planned_with()
    {
        var shipped = await NowAsync((await SubmitAsync(await OpenAsync(), AnnounceNow))[0]);
        shipped.Content.Targeting.Profile.ShouldBe(new ProfileMark("nursing", "Nursing", 0));
        Targets.Asked[^1].Profile.ShouldBeNull();

        await The<TargetProfiles>().AcceptAsync(Ruth.Id, Targets);
        (await SaveAsync(Research)).ShouldBeOfType<SaveProfileResult.Saved>().Profile.Version.ShouldBe(1);

        Clock.Advance(TimeSpan.FromDays(60));
        var edited = await The<PlanBroadcast>().PreviewAsync((await OpenAsync(vacancy => vacancy.ClosesOn = null)).Id, [Account.Id], AnnounceNow);
        edited.Copies[0].Content.Targeting.Profile!.Words.ShouldBe("Nursing, version 1");
        Targets.Asked[^1].Profile!.ShouldHaveSingleItem().Values.ShouldBe([Research]);
        (await NowAsync(shipped)).Content.Targeting.Profile!.Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_post_that_cannot_be_targeted_waits_for_a_persons_choice()
    {
        Targets.Choice = new TargetingChoice(Targeting.InsteadOf("Too few followers match."), "Too few followers match.");
        var vacancy = await OpenAsync();
        var preview = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow);
        List<ChosenCopy> unchosen = [.. preview.Copies.Select(Chosen)];

        (await The<PlanBroadcast>().RunAsync(vacancy.Id, unchosen, LatePolicy.Skip, Hana.Id))
            .ShouldBeOfType<BroadcastResult.Refused>().Reasons.ShouldHaveSingleItem().ShouldContain("Too few followers match. Say that it may go to everyone");
        (await Db.ReadAsync(db => db.Deliveries.CountAsync())).ShouldBe(0);

        var chosen = await The<PlanBroadcast>().RunAsync(vacancy.Id, [.. unchosen.Select(copy => copy with { MayGoToEveryone = true })], LatePolicy.Skip, Hana.Id);
        // Who approves reads why it is not targeted.
        (await NowAsync(chosen.ShouldBeOfType<BroadcastResult.Submitted>().DeliveryIds[0])).Content.Targeting.Fallback.ShouldBe("Too few followers match.");
    }

    [Fact]
    public async Task A_signed_out_account_is_an_unknown_audience_and_no_silent_one()
    {
        await Db.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedSecrets, "unreadable")));

        var preview = await The<PlanBroadcast>().PreviewAsync((await OpenAsync()).Id, [Account.Id], AnnounceNow);

        preview.Copies[0].Content.Targeting.Fallback.ShouldNotBeNull().ShouldContain("is signed out");
    }

    [Fact]
    public async Task Nothing_is_saved_before_the_notice_is_accepted_once_for_each_version_of_it()
    {
        (await SaveAsync(Research)).ShouldBeOfType<SaveProfileResult.NotNow>().Sentence.ShouldContain("Do not discriminate.");

        await The<TargetProfiles>().AcceptAsync(Ruth.Id, Targets);
        await The<TargetProfiles>().AcceptAsync(Ruth.Id, Targets);
        (await SaveAsync(Research)).ShouldBeOfType<SaveProfileResult.Saved>();
        (await Db.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.NoticeAccepted && entry.ActorId == Ruth.Id))).ShouldBe(1);
        (await Db.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Act == Acts.TargetingChanged))).Note.ShouldContain("Nursing, version 1");

        Targets.Notice = Targets.Notice with { Version = "2" };
        (await SaveAsync(Research)).ShouldBeOfType<SaveProfileResult.NotNow>();
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_version_the_later_looks_again()
    {
        await The<TargetProfiles>().AcceptAsync(Ruth.Id, Targets);

        (await SaveAsync(Research, seen: 0)).ShouldBeOfType<SaveProfileResult.Saved>();

        (await SaveAsync(Research, seen: 0)).ShouldBeOfType<SaveProfileResult.NotNow>().Sentence.ShouldContain("another version");
    }

    [Fact]
    public async Task Hr_edits_no_profiles()
    {
        await Should.ThrowAsync<NotAllowedException>(() => The<TargetProfiles>().SaveAsync(Hana.Id, Targets, Nursing, [], null));
        await Should.ThrowAsync<NotAllowedException>(() => The<TargetProfiles>().AcceptAsync(Hana.Id, Targets));
    }

    private Task<SaveProfileResult> SaveAsync(TargetingValue function, int? seen = null)
        => The<TargetProfiles>().SaveAsync(Ruth.Id, Targets, Nursing, [new TargetingFacet("jobFunctions", [function])], seen);
}
