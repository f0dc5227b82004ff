using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class ApprovalPageTests : PageTest
{
    private readonly Facility _facility = A.Facility();
    private readonly Account _account = A.Account();
    private readonly StaffMember _author = StaffMember.Create("hana@hospital.example", "Hana Ortiz", StaffRoles.Hr | StaffRoles.Recruiter);

    public ApprovalPageTests()
    {
        Services.AddStillNetworks();
        Services.AddSingleton<ApproveDeliveries>();
    }

    [Fact]
    public async Task Approving_schedules_what_was_seen()
    {
        var recruiter = await SignInAsync(StaffRoles.Recruiter, "Ruth");
        var page = await OpenAsync(Waiting(), Waiting("Nights in Duluth."));
        page.FindAll("article .copy").Count.ShouldBe(2);

        await page.InvokeAsync(() => Button(page, "Approve all 2").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nothing waits here any more"));
        var stored = await Db.ReadAsync(db => db.Deliveries.ToListAsync());
        stored.ShouldAllBe(delivery => delivery.State == DeliveryState.Scheduled && delivery.ApprovedBy == recruiter.Id && delivery.IsApproved);
    }

    [Fact]
    public async Task A_digest_has_no_author_so_any_recruiter_approves_it()
    {
        await SignInAsync(StaffRoles.Recruiter, "Ruth");
        var delivery = A.Delivery(_account, _facility, label: "Digest: 2 openings in critical care", asSoonAsApproved: true);
        var digest = A.Digest(delivery, "Critical care", A.Vacancy(_facility, state: VacancyState.Open), A.Vacancy(_facility, state: VacancyState.Open));
        await Db.SaveAsync(digest, _facility);

        var page = Page<ApprovalPage>(parameters => parameters.Add(part => part.BroadcastId, digest.Id));
        page.Find("h1").TextContent.ShouldBe("Digest: 2 openings in critical care");
        page.Markup.ShouldContain("Planned by the clock.");
        await page.InvokeAsync(() => Button(page, "Approve all 1").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nothing waits here any more"));
        (await Db.ReadAsync(db => db.Deliveries.SingleAsync())).State.ShouldBe(DeliveryState.Scheduled);
    }

    [Fact]
    public async Task Words_that_changed_while_they_were_read_are_not_approved()
    {
        await SignInAsync(StaffRoles.Recruiter);
        var delivery = Waiting();
        var page = await OpenAsync(delivery);
        await using (var db = Db.CreateDbContext())
        {
            var stored = await db.Deliveries.SingleAsync();
            stored.Edit(stored.Content with { Text = $"Other words. {stored.Content.Link}" }, stored.Facts, _author.Id, A.Now);
            await db.SaveChangesAsync();
        }

        await page.InvokeAsync(() => Button(page, "Approve all 1").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("it was changed while you were reading"));
        page.Find("article .copy").TextContent.ShouldStartWith("Other words.");
        (await Db.ReadAsync(db => db.Deliveries.SingleAsync())).State.ShouldBe(DeliveryState.Held);
    }

    [Fact]
    public async Task The_author_is_told_that_someone_else_must_approve()
    {
        await SignInAsync(_author);

        var page = await OpenAsync(Waiting());

        page.Markup.ShouldContain("someone else must approve it");
        page.FindAll("button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Sending_back_takes_a_reason_to_the_author()
    {
        await SignInAsync(StaffRoles.Recruiter, "Ruth");
        var page = await OpenAsync(Waiting());

        var asked = page.InvokeAsync(() => Button(page, "Send back").ClickAsync(new()));
        Dialogs.WaitForElement("textarea").Input("Name the shift.");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Send back").ClickAsync(new()));
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("Ruth sent it back: Name the shift."));
    }

    [Fact]
    public async Task Keys_choose_and_approve()
    {
        await SignInAsync(StaffRoles.Recruiter);
        var page = await OpenAsync(Waiting(), Waiting("Nights in Duluth."));
        var list = page.Find(".approval-list");

        await list.KeyDownAsync(new KeyboardEventArgs { Key = "j" });
        await page.Find(".approval-list").KeyDownAsync(new KeyboardEventArgs { Key = "x" });
        await page.Find(".approval-list").KeyDownAsync(new KeyboardEventArgs { Key = "a" });

        page.WaitForAssertion(() => page.FindAll("article .copy").Count.ShouldBe(1));
        (await Db.ReadAsync(db => db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Scheduled))).ShouldBe(1);
    }

    [Fact]
    public async Task What_changed_since_the_last_approval_is_shown_in_its_place()
    {
        await SignInAsync(StaffRoles.Recruiter);
        var delivery = Waiting();
        delivery.Approve(new Actor(Guid.CreateVersion7(), "Ruth"), Clock.GetUtcNow());
        delivery.Edit(delivery.Content with { Text = delivery.Content.Text.Replace("Duluth", "Madison", StringComparison.Ordinal) }, delivery.Facts, _author.Id, A.Now);

        var page = await OpenAsync(delivery);

        page.Markup.ShouldContain("Changed since it was last approved");
        page.Find("del").TextContent.ShouldBe("Duluth.");
        page.Find("ins").TextContent.ShouldBe("Madison.");
    }

    [Fact]
    public async Task Whoever_approves_a_targeted_post_reads_how_sure_its_size_is_and_the_networks_notice()
    {
        Services.AddSingleton(new ChannelCatalog([new TargetingChannel(new FakeChannel(Clock))]));
        await SignInAsync(StaffRoles.Recruiter);
        Delivery[] targeted = [Targeted("Days in Duluth."), Targeted("Nights in Duluth.")];

        var page = await OpenAsync(targeted);

        page.FindAll(".facet").Select(facet => facet.TextContent).ShouldBe(["Healthcare Services", "Healthcare Services"]);
        page.FindAll("article")[1].TextContent.ShouldContain("At most 900 followers match: an upper bound.");
        // Once for the page, however many posts are targeted.
        page.FindAll("a[href='https://network.example/notice']").ShouldHaveSingleItem().ParentElement!.TextContent.ShouldContain("Do not discriminate.");
    }

    [Fact]
    public async Task A_post_to_everyone_needs_no_notice()
    {
        Services.AddSingleton(new ChannelCatalog([new TargetingChannel(new FakeChannel(Clock))]));
        await SignInAsync(StaffRoles.Recruiter);

        var page = await OpenAsync(Waiting());

        page.Markup.ShouldContain("Shown to everyone who follows.");
        page.Markup.ShouldNotContain("Do not discriminate.");
    }

    [Fact]
    public async Task Another_facilitys_broadcast_is_not_shown()
    {
        await SignInAsync(StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter, [Guid.CreateVersion7()]));

        (await OpenAsync(Waiting())).Markup.ShouldContain("Nothing stands here");
    }

    // As soon as approved, so that the test's clock is never past its time.
    private Delivery Waiting(string text = "We hire an ICU nurse in Duluth.") => A.Delivery(_account, _facility, text: text, writer: _author.Id, asSoonAsApproved: true);

    private Delivery Targeted(string text)
    {
        var delivery = Waiting(text);
        var targeting = new Targeting([new TargetingFacet("jobFunctions", [new TargetingValue("urn:li:function:11", "Healthcare Services")])]) { Estimate = "At most 900 followers match: an upper bound." };
        delivery.Edit(delivery.Content with { Targeting = targeting }, delivery.Facts, _author.Id, A.Now);
        return delivery;
    }

    private async Task<IRenderedComponent<ApprovalPage>> OpenAsync(params Delivery[] deliveries)
    {
        var vacancy = A.Vacancy(_facility, state: VacancyState.Open);
        var broadcast = await Db.SaveAsync(A.Broadcast(vacancy, _author, deliveries));
        return Page<ApprovalPage>(parameters => parameters.Add(page => page.BroadcastId, broadcast.Id));
    }
}
