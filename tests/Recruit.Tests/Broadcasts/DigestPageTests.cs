using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class DigestPageTests : PageTest
{
    private readonly Facility _facility = A.Facility();
    private readonly Account _account = A.Account();

    // Now is Tuesday, 09:00 in Duluth.
    private DigestOrder Order => new(_facility.Id, "Critical care", DayOfWeek.Wednesday, new TimeOnly(8, 0));

    public DigestPageTests()
    {
        Services.AddStillNetworks();
        Services.AddSingleton(Options.Create(new SiteOptions { BaseUrl = "https://jobs.example.org" }));
        Services.AddSingleton(new TemplateLibrary(new TemplateFolder(RecruitHome.Find([]).TemplatesFolder)));
        Services.AddSingleton<ComposeCopy>();
        Services.AddSingleton<PlanDigests>();
    }

    [Fact]
    public async Task Until_somebody_switches_it_on_there_is_none()
    {
        await SignInAsync(StaffRoles.Recruiter);

        var page = await OpenAsync(Open());

        page.Markup.ShouldContain("No digest");
        page.FindAll("article").ShouldBeEmpty();
    }

    [Fact]
    public async Task Switched_on_it_shows_its_words_and_saving_plans_what_is_due_within_a_day()
    {
        var ruth = await SignInAsync(StaffRoles.Recruiter);
        var page = await OpenAsync(Open(), Open());

        await ChooseAsync(page, "weekly");
        await ChooseAsync(page, DayOfWeek.Wednesday);
        page.Find("article .copy").TextContent.ShouldStartWith("2 openings at Lakeside, week of November 25:");
        await page.InvokeAsync(() => Button(page, "Save").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Its latest digests"));
        page.Markup.ShouldContain("The digest of tomorrow 09:00 CST is written");
        page.FindAll("article").ShouldBeEmpty();
        page.Find(".delivery-rows").TextContent.ShouldContain("Digest: 2 openings at Lakeside");
        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).Digest.ShouldBe(new DigestOrder(_facility.Id, "", DayOfWeek.Wednesday, new TimeOnly(9, 0)));
        var entry = await Db.ReadAsync(db => db.Set<Recruit.Audit.AuditEntry>().SingleAsync(row => row.Act == Recruit.Audit.Acts.AccountChanged));
        (entry.ActorId, entry.Note).ShouldBe((ruth.Id, "Posts a digest on Wednesdays at 09:00"));
    }

    [Fact]
    public async Task Where_nothing_is_open_it_says_that_none_is_planned()
    {
        await SignInAsync(StaffRoles.Recruiter);
        _account.Digest = Order;

        var page = await OpenAsync(Open(row => row.Specialty = "Oncology"));

        page.Markup.ShouldContain("No opening in Critical care will be open at Lakeside Hospital on tomorrow 08:00 CST. No digest is planned until there is one.");
    }

    [Fact]
    public async Task Switching_it_off_ends_the_order()
    {
        await SignInAsync(StaffRoles.Recruiter);
        _account.Digest = Order;
        var page = await OpenAsync(Open());
        page.FindAll("article").Count.ShouldBe(1);

        await ChooseAsync(page, "off");
        await page.InvokeAsync(() => Button(page, "Save").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("No digest"));
        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).Digest.ShouldBeNull();
    }

    [Fact]
    public async Task Others_only_look()
    {
        await SignInAsync(StaffRoles.Hr);
        _account.Digest = Order;

        var page = await OpenAsync(Open());

        page.Markup.ShouldContain("Only a recruiter or an administrator may change this.");
        page.FindAll("button").ShouldNotContain(button => button.TextContent.Trim() == "Save");
        page.Find("article .copy").TextContent.ShouldStartWith("1 opening in critical care at Lakeside");
    }

    [Fact]
    public async Task The_accounts_say_when_their_digest_comes_and_lead_a_recruiter_there()
    {
        await SignInAsync(StaffRoles.Recruiter);
        _account.Digest = Order;
        await Db.SaveAsync(_account, _facility);

        var page = Page<AccountsPage>();

        page.FindAll($"a[href='{Urls.AccountDigest(_account.Id)}']").Select(link => link.TextContent.Trim()).ShouldBe(["a digest on Wednesdays at 08:00", "Digest"]);
    }

    private Vacancy Open(Action<Vacancy>? with = null) => A.Vacancy(_facility, row =>
    {
        row.ClosesOn = null;
        with?.Invoke(row);
    }, VacancyState.Open);

    private async Task<IRenderedComponent<DigestPage>> OpenAsync(params Vacancy[] vacancies)
    {
        await Db.SaveAsync(_account, [.. vacancies]);
        return Page<DigestPage>(parameters => parameters.Add(part => part.AccountId, _account.Id));
    }

    private static Task ChooseAsync<T>(IRenderedComponent<DigestPage> page, T value)
    {
        var select = page.FindComponents<MudSelect<T>>()[0];
        return page.InvokeAsync(() => select.Instance.ValueChanged.InvokeAsync(value));
    }
}
