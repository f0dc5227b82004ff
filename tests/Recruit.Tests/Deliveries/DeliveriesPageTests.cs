using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class DeliveriesPageTests : PageTest
{
    private readonly Facility _facility = A.Facility();
    private readonly Account _account = A.Account();

    public DeliveriesPageTests() => Services.AddStillNetworks();

    [Fact]
    public async Task Each_delivery_says_where_it_stands()
    {
        await SignInAsync();
        await Db.SaveAsync(A.Delivery(_account, _facility, DeliveryState.Skipped, label: "ICU nurse: reminder"), _facility, A.Delivery(_account, _facility, DeliveryState.Published));

        var page = Page<DeliveriesPage>();

        page.Markup.ShouldContain("Not posted. Nobody approved it before its time.");
        page.Markup.ShouldContain("Live on X since");
        page.FindAll("a").ShouldContain(link => link.GetAttribute("href")!.StartsWith("https://network.example/"));
    }

    [Fact]
    public async Task A_post_that_goes_out_is_seen_without_loading_again()
    {
        await SignInAsync();
        var delivery = await Db.SaveAsync(A.Delivery(_account, _facility), _facility);
        var page = Page<DeliveriesPage>();
        page.Markup.ShouldContain("Waits for approval");

        await using (var db = Db.CreateDbContext())
        {
            (await db.Deliveries.SingleAsync(row => row.Id == delivery.Id)).TakeDown("By Ada Admin.", A.Now);
            await db.SaveChangesAsync();
        }

        Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Not posted: called off. By Ada Admin."));
    }

    [Fact]
    public async Task What_was_just_due_stands_on_top_and_what_is_to_come_follows_soonest_first()
    {
        await SignInAsync();
        Delivery At(string label, int hours)
        {
            var delivery = A.Delivery(_account, _facility, label: label);
            delivery.Plan(Clock.GetUtcNow().AddHours(hours));
            return delivery;
        }

        await Db.SaveAsync(At("Next month", 700), _facility, At("Tomorrow", 24), At("Yesterday", -24), At("Just now", 0));

        var markup = Page<DeliveriesPage>().Markup;

        string[] order = ["Just now", "Yesterday", "Tomorrow", "Next month"];
        order.Select(label => markup.IndexOf(label, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_filter_in_the_address_is_obeyed()
    {
        await SignInAsync();
        var page = A.Account("linkedin", "Lakeside");
        await Db.SaveAsync(A.Delivery(_account, _facility, DeliveryState.Published, label: "Pharmacist: announcement"), _facility,
            A.Delivery(page, _facility, DeliveryState.Published, label: "ICU nurse: announcement"),
            A.Delivery(_account, _facility, DeliveryState.Rejected, label: "Coder: announcement"));

        var list = Page<DeliveriesPage>();

        Shows(list, "state=live", ["ICU nurse: announcement", "Pharmacist: announcement"]);
        Shows(list, "state=needs-you", ["Coder: announcement"]);
        Shows(list, "on=linkedin", ["ICU nurse: announcement"]);
        Shows(list, "on=x&search=PHARM", ["Pharmacist: announcement"]);
        Shows(list, $"on={page.Id}", ["ICU nurse: announcement"]);
    }

    [Fact]
    public async Task Other_facilities_deliveries_are_not_shown()
    {
        var other = A.Facility("Hillside Hospital");
        await Db.SaveAsync(A.Delivery(_account, other), other, _facility);
        await SignInAsync(StaffMember.Create("hr@hospital.example", "Hana", StaffRoles.Hr, [_facility.Id]));

        Page<DeliveriesPage>().Markup.ShouldContain("Nothing here");
    }

    private void Shows(IRenderedComponent<DeliveriesPage> list, string query, string[] labels)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"{Urls.Deliveries}?{query}");
        list.WaitForAssertion(() => list.FindAll("a[href^='/admin/deliveries/']").Select(link => link.TextContent).ShouldBe(labels, ignoreOrder: true));
    }
}
