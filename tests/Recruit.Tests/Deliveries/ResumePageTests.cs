using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class ResumePageTests : PageTest
{
    private readonly Facility _facility = A.Facility();
    private readonly Account _account = A.Account();

    public ResumePageTests() => Services.AddStillNetworks();

    [Fact]
    public async Task Pausing_asks_why_and_every_page_says_so()
    {
        await SignInAsync(StaffRoles.Recruiter, "Ruth");
        var banner = Page<PauseBanner>();
        banner.Markup.ShouldNotContain("paused");

        var page = Page<DeliveriesPage>();
        var asked = page.InvokeAsync(() => Button(page, "Pause everything").ClickAsync(new()));
        await Dialogs.WaitForElement("input").InputAsync("A storm fills the emergency room.");
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Pause").ClickAsync(new()));
        await asked;

        Clock.Advance(TimeSpan.FromSeconds(2));
        banner.WaitForAssertion(() => banner.Markup.ShouldContain("Ruth paused everything today"));
        banner.Markup.ShouldContain("A storm fills the emergency room.");
        page.WaitForAssertion(() => Button(page, "Resume sending").ShouldNotBeNull());
    }

    [Fact]
    public async Task Resuming_waits_until_each_overdue_delivery_has_its_answer()
    {
        var ruth = await SignInAsync(StaffRoles.Recruiter, "Ruth");
        await Db.SaveAsync(A.Delivery(_account, _facility, DeliveryState.Scheduled), _facility, A.Delivery(_account, _facility, DeliveryState.Scheduled, label: "Pharmacist: announcement"));
        await Services.GetRequiredService<PauseSending>().RunAsync(ruth.Id, "A storm.");

        var page = Page<ResumePage>();
        page.Markup.ShouldContain("2 deliveries have no answer yet.");
        page.FindAll("button").Single(button => button.TextContent.StartsWith("Resume:", StringComparison.Ordinal)).HasAttribute("disabled").ShouldBeTrue();

        await page.InvokeAsync(() => Button(page, "Skip all").ClickAsync(new()));
        await page.InvokeAsync(() => Button(page, "Resume: send 0 now, skip 2").ClickAsync(new()));

        (await Db.ReadAsync(db => db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Skipped))).ShouldBe(2);
        (await Db.ReadAsync(db => db.RunningPauses.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_says_that_it_waits_for_the_pause()
    {
        var ruth = await SignInAsync(StaffRoles.Recruiter, "Ruth");
        await Db.SaveAsync(A.Delivery(_account, _facility, DeliveryState.Scheduled), _facility);
        await Services.GetRequiredService<PauseSending>().RunAsync(ruth.Id, "A storm.");

        Page<DeliveriesPage>().Markup.ShouldContain("Waits: Ruth paused everything. A storm.");
    }
}
