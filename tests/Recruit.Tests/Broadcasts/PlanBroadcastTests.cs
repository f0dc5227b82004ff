using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class PlanBroadcastTests : SendingTest
{
    private static readonly BroadcastChoices AnnounceNow = new(true, null, null, null, false);

    [Fact]
    public async Task What_is_submitted_waits_for_approval_with_the_words_that_were_seen()
    {
        var vacancy = await OpenAsync();
        var preview = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow);

        var result = await The<PlanBroadcast>().RunAsync(vacancy.Id, [.. preview.Copies.Select(Chosen)], LatePolicy.Skip, Hana.Id);

        var delivery = await NowAsync(result.ShouldBeOfType<BroadcastResult.Submitted>().DeliveryIds.ShouldHaveSingleItem());
        delivery.State.ShouldBe(DeliveryState.Held);
        delivery.Content.Text.ShouldBe(preview.Copies[0].Content.Text);
        delivery.Content.Text.ShouldContain($"https://jobs.example.org/go/{delivery.LinkCode}");
        delivery.Writers.ShouldBe([Hana.Id]);
        delivery.NotAfter.ShouldBe(vacancy.ClosesAt);
    }

    [Fact]
    public async Task A_preview_stores_nothing()
    {
        var vacancy = await OpenAsync();

        await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow);

        (await Db.ReadAsync(db => db.Deliveries.CountAsync())).ShouldBe(0);
        (await Db.ReadAsync(db => db.Broadcasts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Each_delivery_has_a_link_code_of_its_own()
    {
        var ids = await SubmitAsync(await OpenAsync(), new BroadcastChoices(true, null, 7, 3, true));

        var codes = await Db.ReadAsync(db => db.Deliveries.Select(delivery => delivery.LinkCode).ToListAsync());
        codes.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public async Task Own_words_that_name_a_patient_number_are_refused_with_the_reason()
    {
        var vacancy = await OpenAsync();
        var preview = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow);
        var edited = Chosen(preview.Copies[0]) with { EditedText = $"SSN 123-45-6789 {preview.Copies[0].Content.Link}" };

        var result = await The<PlanBroadcast>().RunAsync(vacancy.Id, [edited], LatePolicy.Skip, Hana.Id);

        result.ShouldBeOfType<BroadcastResult.Refused>().Reasons.ShouldNotBeEmpty();
        (await Db.ReadAsync(db => db.Deliveries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_vacancy_that_was_closed_meanwhile_is_not_broadcast()
    {
        var vacancy = await OpenAsync();
        var preview = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow);
        await The<CloseVacancy>().RunAsync(vacancy.Id, VacancyState.Withdrawn, "", Hana.Id);

        (await The<PlanBroadcast>().RunAsync(vacancy.Id, [.. preview.Copies.Select(Chosen)], LatePolicy.Skip, Hana.Id)).ShouldBeOfType<BroadcastResult.Refused>();
    }

    [Fact]
    public async Task Words_that_the_account_has_said_within_the_week_are_refused_with_the_reason()
    {
        var twin = await OpenAsync();
        await SubmitAsync(twin, AnnounceNow);
        await SubmitAsync(twin, AnnounceNow);
        var preview = await The<PlanBroadcast>().PreviewAsync(twin.Id, [Account.Id], AnnounceNow);

        preview.Copies.ShouldHaveSingleItem().Repeats.ShouldBe(
            "@LakesideJobs says the same words within 7 days (Registered Nurse, ICU: announcement). Change some of them, or choose another time.");
        preview.MayGo.ShouldBeFalse();
        (await The<PlanBroadcast>().RunAsync(twin.Id, [.. preview.Copies.Select(Chosen)], LatePolicy.Skip, Hana.Id)).ShouldBeOfType<BroadcastResult.Refused>();

        var edited = Chosen(preview.Copies[0]) with { EditedText = $"A second ICU nurse is sought in Duluth. {preview.Copies[0].Content.Link}" };
        (await The<PlanBroadcast>().RunAsync(twin.Id, [edited], LatePolicy.Skip, Hana.Id)).ShouldBeOfType<BroadcastResult.Submitted>();
    }

    [Fact]
    public async Task Another_vacancy_with_a_link_of_its_own_may_be_worded_alike()
    {
        await SubmitAsync(await OpenAsync(), AnnounceNow);

        (await SubmitAsync(await OpenAsync(), AnnounceNow)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_words_may_come_again_when_the_days_are_over()
    {
        var vacancy = await OpenAsync();
        await SubmitAsync(vacancy, AnnounceNow);
        await SubmitAsync(vacancy, AnnounceNow);

        var later = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow with { AnnounceAt = Clock.GetUtcNow().AddDays(7) });

        later.Copies[0].Repeats.ShouldBeNull();
    }

    [Fact]
    public async Task A_vacancy_announced_again_takes_the_templates_next_variant_and_keeps_it_when_rendered_again()
    {
        var vacancy = await OpenAsync();
        var first = await SubmitAsync(vacancy, AnnounceNow);
        Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await SubmitAsync(vacancy, AnnounceNow);

        (await NowAsync(first[0])).Content.Text.ShouldStartWith("Now hiring");
        (await NowAsync(second[0])).Content.Text.ShouldStartWith("Lakeside has an opening");
        (await The<RefreshCopy>().RunAsync(vacancy.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Only_those_who_may_submit_and_work_for_the_facility_do()
    {
        var reviewer = StaffMember.Create("pat@hospital.example", "Pat", StaffRoles.PrivacyReviewer);
        var elsewhere = StaffMember.Create("hugo@hospital.example", "Hugo", StaffRoles.Hr, [Guid.NewGuid()]);
        await SaveAsync(reviewer, elsewhere);
        var vacancy = await OpenAsync();
        var preview = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], AnnounceNow);

        foreach (var person in new[] { reviewer, elsewhere })
            await Should.ThrowAsync<NotAllowedException>(() => The<PlanBroadcast>().RunAsync(vacancy.Id, [.. preview.Copies.Select(Chosen)], LatePolicy.Skip, person.Id));
    }
}
