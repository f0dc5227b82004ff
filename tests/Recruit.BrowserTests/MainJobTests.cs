using Microsoft.Playwright;
using Recruit.BrowserTests.Pages;

namespace Recruit.BrowserTests;

/// <summary>The reason why this program exists, clicked through by the people who do it.</summary>
public sealed class MainJobTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const string Title = "Night Nurse, Medical ICU";

    [Fact]
    public async Task A_vacancy_is_written_approved_posted_read_and_taken_down()
    {
        var administrator = await browsers.OpenWindowAsync();
        await administrator.MakeFirstAdministratorAsync("Ada Admin", "ada@hospital.example", "correct horse battery staple");
        await administrator.CheckAsync();

        var hana = await browsers.OpenWindowAsync();
        await hana.SignInAsync(await administrator.MakeSignInLinkAsync("Hana Ortiz"));
        await administrator.CheckAsync();
        await hana.WriteVacancyAsync(Title, "REQ-4711");
        await hana.SaveAndOpenAsync();
        await hana.BroadcastAsync();

        var ruth = await browsers.OpenWindowAsync();
        await ruth.SignInAsync(await administrator.MakeSignInLinkAsync("Ruth Okafor"));
        await ruth.ApproveAllAsync(Title);

        var applicant = await browsers.OpenWindowAsync();
        foreach (var network in new[] { "linkedin", "facebook", "x" })
        {
            await applicant.OpenTimelineAsync(network);
            await applicant.LivePost("ICU").First.WaitForAsync();
        }

        await FollowAsync(applicant);
        await ruth.GoAsync($"/admin/deliveries?search={Uri.EscapeDataString(Title)}");
        await ruth.SeeAsync("Live on LinkedIn since");
        await ruth.CheckAsync();

        await hana.CloseAsFilledAsync();
        await ComesDownAsync(applicant);
        browsers.NothingShouldBeWrong();
    }

    private static async Task FollowAsync(Window applicant)
    {
        var link = await applicant.LivePost(Title).Locator("a[href*='/go/']").First.GetAttributeAsync("href");
        var answer = await applicant.Page.GotoAsync(link!);
        answer!.Status.ShouldBe(200);
        applicant.Page.Url.ShouldContain("/jobs/");
        applicant.Page.Url.ShouldContain("utm_source=");
        await applicant.SeeAsync(Title);
        await applicant.CheckAsync();
        var apply = await applicant.Page.GetByRole(AriaRole.Link, new() { Name = "Apply now" }).First.GetAttributeAsync("href");
        apply!.ShouldStartWith("https://careers.example.org/apply/4711");
    }

    private static async Task ComesDownAsync(Window applicant)
    {
        var gone = await applicant.Page.GotoAsync(applicant.Page.Url);
        gone!.Status.ShouldBe(410);
        await applicant.CheckAsync();

        await applicant.OpenTimelineAsync("x");
        await applicant.RemovedPost(Title).First.WaitForAsync();
        (await applicant.LivePost(Title).CountAsync()).ShouldBe(0);
    }
}
