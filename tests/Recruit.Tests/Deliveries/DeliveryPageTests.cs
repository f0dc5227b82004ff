using Bunit;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class DeliveryPageTests : PageTest
{
    private readonly Facility _facility = A.Facility();
    private readonly Account _account = A.Account();

    public DeliveryPageTests() => Services.AddStillNetworks();

    [Fact]
    public async Task The_words_their_length_and_their_price_are_shown_as_they_leave()
    {
        await SignInAsync();
        var page = await OpenAsync(A.Delivery(_account, _facility, DeliveryState.Scheduled));

        page.Find("article .copy").TextContent.ShouldStartWith("We hire an ICU nurse in Duluth. https://jobs.example.org/go/");
        page.Find(".count-ring").TextContent.ShouldContain("/ 280");
        page.Markup.ShouldContain("$0.20 a post");
    }

    [Fact]
    public async Task What_nobody_wrote_was_written_by_the_clock()
    {
        var hana = await SignInAsync(name: "Hana");
        var digest = A.Delivery(_account, _facility, label: "Digest: 2 openings in critical care");
        var page = await OpenAsync(digest);
        page.Find(".facts").TextContent.ShouldContain("The clock, from the templates");

        await using (var db = Db.CreateDbContext())
        {
            (await db.Deliveries.SingleAsync()).Edit(digest.Content, digest.Facts, hana.Id, A.Now);
            await db.SaveChangesAsync();
        }

        Page<DeliveryPage>(parameters => parameters.Add(part => part.Id, digest.Id)).Find(".facts").TextContent.ShouldContain("Hana");
    }

    [Fact]
    public async Task What_waits_for_the_cap_is_sent_anyway_by_who_may()
    {
        await SignInAsync(StaffRoles.Recruiter);
        var delivery = A.Delivery(_account, _facility, DeliveryState.Scheduled);
        delivery.AwaitBudget(Clock.GetUtcNow().AddDays(7), "It costs $0.20.");
        var page = await OpenAsync(delivery);
        page.Find(".settle").TextContent.ShouldContain("Raise the cap");

        await page.InvokeAsync(() => Button(page, "Send it anyway").ClickAsync(new()));

        page.WaitForAssertion(() => page.FindAll(".settle").ShouldBeEmpty());
        var stored = await Db.ReadAsync(db => db.Deliveries.SingleAsync());
        (stored.MayExceedCap, stored.NextAt).ShouldBe((true, Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Calling_off_asks_first_and_names_who_did_it()
    {
        await SignInAsync(name: "Hana");
        var delivery = A.Delivery(_account, _facility, DeliveryState.Scheduled);
        var page = await OpenAsync(delivery);

        var asked = page.InvokeAsync(() => Button(page, "Call off").ClickAsync(new()));
        Dialogs.WaitForAssertion(() => Dialogs.Markup.ShouldContain("It will not be posted on X."));
        (await StateOfAsync(delivery)).ShouldBe(DeliveryState.Scheduled);
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Call it off").ClickAsync(new()));
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("Not posted: called off. By Hana."));
    }

    [Fact]
    public async Task A_person_settles_what_nobody_knows()
    {
        await SignInAsync();
        var delivery = A.Delivery(_account, _facility, DeliveryState.Uncertain);
        var page = await OpenAsync(delivery);

        await page.InvokeAsync(() => Button(page, "It is live").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Live on X since"));
        (await StateOfAsync(delivery)).ShouldBe(DeliveryState.Published);
    }

    [Theory]
    [InlineData("It stands there: remove it again", DeliveryState.Removing)]
    [InlineData("It isn't there", DeliveryState.Removed)]
    public async Task A_person_says_what_became_of_a_removal_that_the_network_refused(string words, DeliveryState then)
    {
        await SignInAsync();
        var delivery = A.Delivery(_account, _facility, DeliveryState.Removing);
        delivery.Record(new RemoveResult.Refused("This post is not yours."), A.Now.AddDays(1), new RetryTimes([TimeSpan.Zero], [TimeSpan.Zero], TimeSpan.Zero));
        var page = await OpenAsync(delivery);
        page.Markup.ShouldContain("X did not remove it. This post is not yours.");

        await page.InvokeAsync(() => Button(page, words).ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldNotContain("This post is not yours."));
        var stored = await Db.ReadAsync(db => db.Deliveries.SingleAsync());
        (stored.State, stored.NeedsPerson).ShouldBe((then, false));
    }

    [Fact]
    public async Task Edited_words_void_the_approval()
    {
        var staff = await SignInAsync();
        var delivery = A.Delivery(_account, _facility, DeliveryState.Scheduled);
        var page = await OpenAsync(delivery);

        var asked = page.InvokeAsync(() => Button(page, "Edit words").ClickAsync(new()));
        Dialogs.WaitForAssertion(() => Dialogs.Markup.ShouldContain("New words need approval again."));
        await Dialogs.Find("textarea").InputAsync($"Nights in Duluth: {delivery.Content.Link}");
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Save and send for approval").ClickAsync(new()));
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("Waits for approval. Its words were edited."));
        var stored = await Db.ReadAsync(db => db.Deliveries.SingleAsync());
        stored.Content.Text.ShouldStartWith("Nights in Duluth");
        stored.Writers.ShouldContain(staff.Id);
    }

    [Fact]
    public async Task Those_who_only_read_get_no_buttons()
    {
        await SignInAsync(StaffRoles.PrivacyReviewer);
        var page = await OpenAsync(A.Delivery(_account, _facility, DeliveryState.Scheduled));

        page.FindAll("button").ShouldBeEmpty();
    }

    private async Task<IRenderedComponent<DeliveryPage>> OpenAsync(Delivery delivery)
    {
        await Db.SaveAsync(delivery, _facility);
        return Page<DeliveryPage>(parameters => parameters.Add(page => page.Id, delivery.Id));
    }

    private Task<DeliveryState> StateOfAsync(Delivery delivery) => Db.ReadAsync(db => db.Deliveries.Where(row => row.Id == delivery.Id).Select(row => row.State).SingleAsync());
}
