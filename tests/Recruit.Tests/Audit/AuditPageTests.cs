using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Recruit.Audit;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Audit;

public sealed class AuditPageTests : PageTest
{
    public AuditPageTests() => Services.AddSingleton<VerifyAudit>();

    [Fact]
    public async Task The_trail_is_verified_at_a_press_and_a_removed_entry_is_named()
    {
        await Db.SaveAsync(Entry(-2, Acts.StaffInvited, "Rita"), Entry(-1, Acts.DeliveryApproved, "X"));
        await new SealAudit(Db, Clock).RunAsync();
        await SignInAsync(StaffRoles.PrivacyReviewer);
        var page = Page<AuditPage>();

        await page.InvokeAsync(() => Button(page, "Verify the trail").Click());
        page.WaitForState(() => page.Markup.Contains("Nothing was changed", StringComparison.Ordinal));
        page.Markup.ShouldContain("2 entries are sealed");

        await Db.ReadAsync(db => db.AuditEntries.Where(entry => entry.Number == 2).ExecuteDeleteAsync());
        await page.InvokeAsync(() => Button(page, "Verify the trail").Click());
        page.WaitForState(() => page.Markup.Contains("Entry 2, the last one, is gone.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_newest_entry_stands_first_in_words()
    {
        await Db.SaveAsync(Entry(-2, Acts.StaffInvited, "Rita"), Entry(-1, Acts.DeliveryApproved, "X"));
        await SignInAsync(StaffRoles.PrivacyReviewer);

        var page = Page<AuditPage>();

        page.WaitForState(() => page.FindAll("tbody tr").Count == 2);
        page.FindAll("tbody tr")[0].TextContent.ShouldContain("Delivery approved");
        page.FindAll("tbody tr")[1].TextContent.ShouldContain("Person added");
        page.Markup.ShouldContain("1-2 of 2");
    }

    [Fact]
    public async Task A_name_narrows_the_list_and_the_address_keeps_it()
    {
        await Db.SaveAsync(Entry(-2, Acts.StaffInvited, "Rita Recruiter"), Entry(-1, Acts.StaffInvited, "Hana Hr"));
        await SignInAsync();
        var page = Page<AuditPage>();
        page.WaitForState(() => page.FindAll("tbody tr").Count == 2);

        var field = page.FindComponent<MudTextField<string>>();
        await field.InvokeAsync(() => field.Instance.ValueChanged.InvokeAsync("rita"));

        page.WaitForState(() => page.FindAll("tbody tr").Count == 1);
        page.Find("tbody tr").TextContent.ShouldContain("Rita Recruiter");
        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("?search=rita");
    }

    [Fact]
    public async Task An_address_with_a_filter_opens_filtered()
    {
        await Db.SaveAsync(Entry(-2, Acts.StaffInvited, "Rita Recruiter"), Entry(-1, Acts.StaffChanged, "Rita Recruiter"));
        await SignInAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo(Urls.Audit + "?act=" + Acts.StaffChanged);

        var page = Page<AuditPage>();

        page.WaitForState(() => page.FindAll("tbody tr").Count == 1);
        page.Find("tbody tr").TextContent.ShouldContain("Roles or facilities changed");
    }

    [Fact]
    public async Task Entries_of_other_facilities_are_not_shown()
    {
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Db.SaveAsync(Entry(-3, Acts.VacancyCreated, "Mine", mine), Entry(-2, Acts.VacancyCreated, "Theirs", other), Entry(-1, Acts.StaffInvited, "Everybody's"));
        await SignInAsync(StaffMember.Create("pia@hospital.example", "Pia Privacy", StaffRoles.PrivacyReviewer, [mine]));

        var page = Page<AuditPage>();

        page.WaitForState(() => page.FindAll("tbody tr").Count == 2);
        page.Markup.ShouldNotContain("Theirs");
    }

    [Fact]
    public async Task Who_may_not_read_it_sees_nothing_of_it()
    {
        await Db.SaveAsync(Entry(-1, Acts.StaffInvited, "Rita Recruiter"));
        await SignInAsync(StaffRoles.Hr);

        Should.Throw<NotAllowedException>(() =>
        {
            var page = Page<AuditPage>();
            page.WaitForState(() => page.Markup.Contains("Rita", StringComparison.Ordinal), TimeSpan.FromSeconds(2));
        });
    }

    private AuditEntry Entry(int hours, string act, string note, Guid? facilityId = null) => new()
    {
        At = Clock.GetUtcNow().AddHours(hours), ActorName = "Ada Admin", Act = act, SubjectId = Guid.CreateVersion7(), Note = note, FacilityId = facilityId,
    };
}
