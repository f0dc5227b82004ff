using Microsoft.Playwright;
using Recruit.BrowserTests.Pages;

namespace Recruit.BrowserTests;

/// <summary>Every page can be used by everybody.</summary>
public sealed class VisitTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Fact]
    public async Task No_page_of_the_admin_keeps_anybody_out()
    {
        var administrator = await browsers.OpenWindowAsync();
        await administrator.MakeFirstAdministratorAsync("Ada Admin", "ada@hospital.example", "correct horse battery staple");
        foreach (var path in new[]
        {
            "/admin", "/admin/vacancies", "/admin/vacancies/new", "/admin/vacancies/import", "/admin/approvals", "/admin/deliveries", "/admin/reach", "/admin/accounts",
            "/admin/settings", "/admin/settings/facilities", "/admin/settings/templates", "/admin/settings/targeting", "/admin/settings/staff", "/admin/settings/audit", "/admin/settings/notices", "/admin/settings/keys",
        })
        {
            await administrator.GoAsync(path);
            await administrator.Page.Locator("main h1").First.WaitForAsync();
            await administrator.CheckAsync();
        }

        await administrator.GoAsync("/admin/accounts");
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "What to do with @NorthvaleJobs" }).ClickAsync();
        await administrator.Page.GetByText("Set its weekly digest").ClickAsync();
        await administrator.SeeAsync("One post a week on @NorthvaleJobs");
        await administrator.CheckAsync();

        browsers.NothingShouldBeWrong();
    }

    [Theory]
    [InlineData("/jobs", 200)]
    [InlineData("/jobs?q=nurse", 200)]
    [InlineData("/jobs/no-such-opening", 404)]
    [InlineData("/sign-in", 200)]
    public async Task No_public_page_keeps_anybody_out(string path, int status)
    {
        var anybody = await browsers.OpenWindowAsync();

        var answer = await anybody.Page.GotoAsync(path);

        answer!.Status.ShouldBe(status);
        await anybody.CheckAsync();
        browsers.NothingShouldBeWrong();
    }

    [Fact]
    public async Task A_public_vacancy_and_every_feed_keep_nobody_out()
    {
        var anybody = await browsers.OpenWindowAsync();
        await anybody.Page.GotoAsync("/jobs");
        await anybody.Page.Locator(".cards a").First.ClickAsync();
        await anybody.SeeAsync("Apply now");
        await anybody.CheckAsync();

        foreach (var network in new[] { "x", "linkedin", "facebook" })
            await anybody.OpenTimelineAsync(network);
        browsers.NothingShouldBeWrong();
    }
}
