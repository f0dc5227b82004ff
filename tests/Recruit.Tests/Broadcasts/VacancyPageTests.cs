using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Audiences;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class VacancyPageTests : PageTest
{
    private readonly Facility _facility = A.Facility();

    public VacancyPageTests()
    {
        Services.AddStillNetworks();
        Services.AddSingleton(Options.Create(new SiteOptions { BaseUrl = "https://jobs.example.org" }));
        Services.AddSingleton(new TemplateLibrary(new TemplateFolder(RecruitHome.Find([]).TemplatesFolder)));
        Services.AddSingleton<ComposeCopy>();
        Services.AddSingleton<TargetProfiles>();
        Services.AddSingleton<PlanBroadcast>();
        Services.AddSingleton<OpenVacancy>();
        Services.AddSingleton<PauseVacancy>();
        Services.AddSingleton<RefreshCopy>();
        Services.AddSingleton<CloseVacancy>();
    }

    [Fact]
    public async Task An_open_vacancy_shows_each_accounts_copy_and_what_sending_will_do()
    {
        await SignInAsync(StaffRoles.Hr);

        var page = await OpenAsync(VacancyState.Open);

        page.WaitForAssertion(() => page.FindAll("article").Count.ShouldBe(2));
        page.FindAll("article")[0].TextContent.ShouldContain("$0.20 a post");
        page.Markup.ShouldContain("When, in Duluth time (CST)");
        page.Markup.ShouldContain("Send for approval: 2 accounts, 6 posts, first as soon as approved");
        page.Markup.ShouldContain("@LakesideJobs: 3 posts cost $0.60. Spent this month: $0.00.");
    }

    [Fact]
    public async Task What_is_sent_appears_among_its_deliveries()
    {
        var hr = await SignInAsync(StaffRoles.Hr);
        var page = await OpenAsync(VacancyState.Open);
        page.WaitForAssertion(() => page.FindAll("article").Count.ShouldBe(2));

        await page.InvokeAsync(() => page.Find(".submit-bar button").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Waits for approval; it goes out as soon as somebody approves it"));
        var stored = await Db.ReadAsync(db => db.Deliveries.ToListAsync());
        stored.Count.ShouldBe(6);
        stored.ShouldAllBe(delivery => delivery.State == DeliveryState.Held && delivery.Writers.Contains(hr.Id));
    }

    [Fact]
    public async Task Own_words_are_counted_checked_and_sent()
    {
        await SignInAsync(StaffRoles.Hr);
        var page = await OpenAsync(VacancyState.Open);
        page.WaitForAssertion(() => page.FindAll("article").Count.ShouldBe(2));

        await page.InvokeAsync(() => page.FindAll(".copy-preview button")[0].ClickAsync(new()));
        await page.Find(".copy-preview textarea").InputAsync("Nights at the harbor.");
        await page.InvokeAsync(() => Button(page, "Keep these words").ClickAsync(new()));

        page.WaitForAssertion(() => page.Find(".findings").TextContent.ShouldContain("link"));
        page.Find(".submit-bar button").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task A_choice_shows_after_a_pause_what_it_makes_of_the_posts()
    {
        await SignInAsync(StaffRoles.Hr);
        var page = await OpenAsync(VacancyState.Open);
        page.WaitForAssertion(() => page.FindAll("article").Count.ShouldBe(2));

        var chosen = page.FindAll("fieldset input[type=checkbox]")[0].ChangeAsync(false);
        page.Markup.ShouldContain("2 accounts, 6 posts");
        Clock.Advance(TimeSpan.FromMilliseconds(300));
        await chosen;

        page.WaitForAssertion(() => page.Markup.ShouldContain("Send for approval: 1 account, 3 posts"));
    }

    [Fact]
    public async Task A_post_that_cannot_be_targeted_waits_until_somebody_says_that_it_may_go_to_everyone()
    {
        var targets = new TargetingChannel(new FakeChannel(Clock)) { Choice = new TargetingChoice(Targeting.InsteadOf("Too few followers match."), "Too few followers match.") };
        Services.AddSingleton(new ChannelCatalog([targets]));
        await SignInAsync(StaffRoles.Hr);
        var (account, vacancy) = (A.Account(), A.Vacancy(_facility, state: VacancyState.Open));
        Services.GetRequiredService<TokenVault>().Seal(account, new Dictionary<string, string> { ["access_token"] = "secret" });
        await Db.SaveAsync(vacancy, account);

        var page = Page<VacancyPage>(parameters => parameters.Add(page => page.Id, vacancy.Id));
        page.WaitForAssertion(() => page.Markup.ShouldContain("Send it to everyone who follows @LakesideJobs. Too few followers match."));
        MaySend().ShouldBeFalse();
        page.Markup.ShouldContain("Say first whether the post may go to everyone");
        page.Markup.ShouldNotContain("Do not discriminate.");

        foreach (var isChosen in new[] { true, false, true })
        {
            await page.InvokeAsync(() => page.Find(".mud-alert input[type=checkbox]").ChangeAsync(isChosen));
            MaySend().ShouldBe(isChosen);
        }

        await page.InvokeAsync(() => page.Find(".submit-bar button").ClickAsync(new()));
        page.WaitForAssertion(() => page.Markup.ShouldContain("Waits for approval; it goes out as soon as somebody approves it"));
        (await Db.ReadAsync(db => db.Deliveries.ToListAsync())).ShouldAllBe(delivery => delivery.Content.Targeting.Fallback == "Too few followers match.");

        bool MaySend() => !page.Find(".submit-bar button").HasAttribute("disabled");
    }

    [Fact]
    public async Task A_draft_says_why_it_cannot_be_broadcast()
    {
        await SignInAsync(StaffRoles.Hr);

        var page = await OpenAsync(VacancyState.Draft);

        page.Markup.ShouldContain("Only an open vacancy is broadcast.");
        page.FindAll("article").ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_says_first_what_it_does_to_the_posts()
    {
        var hr = await SignInAsync(StaffRoles.Hr);
        var account = A.Account();
        var page = await OpenAsync(VacancyState.Paused, vacancy => A.Broadcast(vacancy, hr,
            A.Delivery(account, _facility, DeliveryState.Published), A.Delivery(account, _facility), A.Delivery(account, _facility)));

        await page.InvokeAsync(() => Button(page, "Close").ClickAsync(new()));
        Popovers.WaitForElement(".mud-menu-item");
        var asked = Popovers.InvokeAsync(() => Popovers.FindAll(".mud-menu-item")[0].ClickAsync(new()));
        Dialogs.WaitForAssertion(() => Dialogs.Markup.ShouldContain("2 posts that have not gone out are called off, one live post comes down."));
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Close as filled").ClickAsync(new()));
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("This vacancy is closed"));
        page.Markup.ShouldContain("Being removed from X");
    }

    [Fact]
    public async Task It_begins_with_the_accounts_that_are_meant_for_such_an_opening_or_the_one_that_a_link_names()
    {
        await SignInAsync(StaffRoles.Hr);
        var (general, elsewhere) = (A.Account(), A.Account(handle: "@elsewhere", with: account => account.Route = new AccountRoute([], ["Somewhere else"])));
        var vacancy = A.Vacancy(_facility, state: VacancyState.Open);
        await Db.SaveAsync(vacancy, general, elsewhere);

        var page = Page<VacancyPage>(parameters => parameters.Add(page => page.Id, vacancy.Id));
        page.WaitForAssertion(() => page.FindAll("article").ShouldNotBeEmpty());
        page.FindAll("article").Select(card => card.GetAttribute("aria-label")).ShouldAllBe(label => label!.Contains(general.Handle, StringComparison.Ordinal));

        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(Urls.VacancyFor(vacancy.Id, elsewhere.Id));
        var named = Page<VacancyPage>(parameters => parameters.Add(page => page.Id, vacancy.Id));
        named.WaitForAssertion(() => named.FindAll("article").ShouldNotBeEmpty());
        named.FindAll("article").Select(card => card.GetAttribute("aria-label")).ShouldAllBe(label => label!.Contains("@elsewhere", StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<VacancyPage>> OpenAsync(VacancyState state, Func<Vacancy, Broadcast>? broadcast = null)
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var vacancy = A.Vacancy(_facility, row => (row.OpensOn, row.ClosesOn) = (today, today.AddDays(28)), state);
        if (broadcast is not null)
            await Db.SaveAsync(broadcast(vacancy));
        else
            await Db.SaveAsync(vacancy, A.Account(), A.Account("linkedin", "Lakeside Careers"));
        return Page<VacancyPage>(parameters => parameters.Add(page => page.Id, vacancy.Id));
    }
}
