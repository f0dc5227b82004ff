using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class AccountsPageTests : PageTest
{
    public AccountsPageTests() => Services.AddStillNetworks();

    [Fact]
    public async Task Each_account_says_how_it_is_and_why()
    {
        await SignInAsync();
        await Db.SaveAsync(A.Account(with: account => account.SignOut("Its token was revoked. Enter a new one.")), A.Account("linkedin", "Lakeside Careers"));

        var page = Page<AccountsPage>();

        page.Markup.ShouldContain("Signed out");
        page.Markup.ShouldContain("Its token was revoked. Enter a new one.");
        page.Markup.ShouldContain("Working");
        page.Markup.ShouldContain("none yet");
    }

    [Fact]
    public async Task A_version_that_ends_soon_is_warned_of_while_there_is_an_account_of_its_network()
    {
        using var stage = new ChannelStage();
        Services.AddSingleton(stage.Services.GetRequiredService<ChannelCatalog>());
        await SignInAsync();
        Clock.Advance(TimeSpan.FromDays(240));
        await Db.SaveAsync(A.Account("x", "Lakeside Jobs"));
        var before = Page<AccountsPage>();
        before.WaitForAssertion(() => before.Markup.ShouldContain("Lakeside Jobs"));
        before.Markup.ShouldNotContain("of its interface");

        await Db.SaveAsync(A.Account("linkedin", "Lakeside Careers"));

        var page = Page<AccountsPage>();
        page.WaitForAssertion(() => page.Markup.ShouldContain("Lakeside Careers"));
        page.Markup.ShouldContain("LinkedIn may refuse version 202609 of its interface from September 1, 2027 on");
    }

    [Fact]
    public async Task A_new_account_needs_its_token_and_is_stored_sealed()
    {
        await SignInAsync();
        var page = Page<AccountsPage>();

        var adding = page.InvokeAsync(() => Button(page, "Add with a token").ClickAsync(new()));
        Dialogs.WaitForAssertion(() => Dialogs.FindAll("input[type=password]").Count.ShouldBe(1));
        await Dialogs.FindAll("input[type=text]").Single(input => input.GetAttribute("maxlength") == "200" && input.ParentElement!.ParentElement!.TextContent.Contains("Handle", StringComparison.Ordinal)).ChangeAsync("@LakesideJobs");
        await Dialogs.FindAll("input[type=text]").Single(input => input.GetAttribute("maxlength") == "200" && input.ParentElement!.ParentElement!.TextContent.Contains("id", StringComparison.Ordinal)).ChangeAsync("4711");
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Save").ClickAsync(new()));
        Dialogs.WaitForAssertion(() => Dialogs.Markup.ShouldContain("X needs access token"));

        await Dialogs.Find("input[type=password]").ChangeAsync("secret-token");
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Save").ClickAsync(new()));
        await adding;

        page.WaitForAssertion(() => page.Markup.ShouldContain("@LakesideJobs"));
        var stored = await Db.ReadAsync(db => db.Accounts.SingleAsync());
        stored.SealedSecrets.ShouldNotContain("secret-token");
        Services.GetRequiredService<TokenVault>().Open(stored)!.Secrets["access_token"].ShouldBe("secret-token");
    }

    [Fact]
    public async Task The_board_tells_cost_owner_openings_token_and_silence()
    {
        var ada = await SignInAsync();
        var facility = A.Facility();
        var account = A.Account(with: one =>
        {
            (one.MonthlyCap, one.OwnerId, one.Route) = (5m, ada.Id, new AccountRoute([], ["ICU"]));
            one.Connect(new TokenLife(Clock.GetUtcNow().AddDays(8), null));
        });
        var delivery = A.Delivery(account, facility, DeliveryState.Scheduled);
        var at = delivery.NextAt!.Value;
        delivery.Claim(at, TimeSpan.FromMinutes(1), Guid.NewGuid(), 0.2m);
        delivery.Record(new PublishResult.Published("1", null), Clock.GetUtcNow().AddDays(-9), new RetryTimes([], [], TimeSpan.Zero));
        await Db.SaveAsync(facility, account, delivery);

        var page = Page<AccountsPage>();

        page.Markup.ShouldContain("$0.20 of $5.00");
        page.Markup.ShouldContain("Ada Admin");
        page.Markup.ShouldContain("for ICU");
        page.Markup.ShouldContain("in 8 days. Connect it again before.");
        page.Find(".state-careful.small").ShouldNotBeNull();
        page.Markup.ShouldContain("9 days ago");
    }

    [Fact]
    public async Task Pausing_keeps_the_reason_that_was_given()
    {
        await SignInAsync();
        await Db.SaveAsync(A.Account());
        var page = Page<AccountsPage>();

        await page.InvokeAsync(() => page.Find("td button").ClickAsync(new()));
        Popovers.WaitForElement(".mud-menu-item");
        var asked = Popovers.InvokeAsync(() => Popovers.FindAll(".mud-menu-item")[0].ClickAsync(new()));
        await Dialogs.WaitForElement("input").InputAsync("The handle moves.");
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Pause").ClickAsync(new()));
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("The handle moves."));
        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).State.ShouldBe(AccountState.Paused);
    }

    [Fact]
    public async Task Those_who_do_not_run_accounts_only_look()
    {
        await SignInAsync(StaffRoles.Hr);
        await Db.SaveAsync(A.Account());

        var page = Page<AccountsPage>();

        page.Markup.ShouldContain("@LakesideJobs");
        page.FindAll("button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_takes_what_was_sent_back_to_its_author_alone()
    {
        var author = await SignInAsync(StaffRoles.Hr);
        var other = StaffMember.Create("other@hospital.example", "Omar", StaffRoles.Hr);
        var facility = A.Facility();
        var delivery = A.Delivery(A.Account(), facility, writer: author.Id);
        delivery.SendBack(new Actor(Guid.CreateVersion7(), "Ruth"), "Name the shift.", A.Now);
        await Db.SaveAsync(delivery, facility, other);
        await using var db = Db.CreateDbContext();

        var asks = await new DeliveryAsks(Clock).AsksAsync(db, author.Id, StaffRoles.Hr, CancellationToken.None);
        asks.ShouldHaveSingleItem().Text.ShouldEndWith("Ruth sent it back: Name the shift.");

        (await new DeliveryAsks(Clock).AsksAsync(db, other.Id, StaffRoles.Hr, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_takes_what_was_sent_back_and_has_no_author_to_whoever_may_mend_it()
    {
        var hana = await SignInAsync(StaffRoles.Hr);
        var elsewhere = StaffMember.Create("other@hospital.example", "Omar", StaffRoles.Hr, [Guid.CreateVersion7()]);
        var facility = A.Facility();
        var digest = A.Delivery(A.Account(), facility, label: "Digest: 2 openings in critical care");
        digest.SendBack(new Actor(Guid.CreateVersion7(), "Ruth"), "Name the shifts.", A.Now);
        await Db.SaveAsync(digest, facility, elsewhere);
        await using var db = Db.CreateDbContext();

        (await new DeliveryAsks(Clock).AsksAsync(db, hana.Id, StaffRoles.Hr, CancellationToken.None)).ShouldHaveSingleItem().Text.ShouldStartWith("Digest: 2 openings in critical care: Ruth sent it back");
        (await new DeliveryAsks(Clock).AsksAsync(db, elsewhere.Id, StaffRoles.Hr, CancellationToken.None)).ShouldBeEmpty();
        new DeliveryWords("X", facility.Zone, A.Now).Describe(digest).ShouldBe("Waits for somebody to mend it. Ruth sent it back: Name the shifts.");
    }

    [Fact]
    public async Task Home_tells_of_a_token_that_ends_and_has_no_next_one()
    {
        var ada = await SignInAsync();
        await Db.SaveAsync(Ending("@soon", TimeSpan.FromDays(29)), Ending("@past", TimeSpan.FromDays(-1)), Ending("@later", TimeSpan.FromDays(31)), Ending("@renewed", TimeSpan.FromHours(2), renewed: true));
        await using var db = Db.CreateDbContext();

        var asks = await new DeliveryAsks(Clock).AsksAsync(db, ada.Id, StaffRoles.Administrator, CancellationToken.None);

        asks.Select(ask => ask.Text).Order().ShouldBe([
            "@soon will be signed out Wed, Dec 23, 15:00 UTC: its token ends then, and no next one comes by itself.",
            "The token of @past has ended, and no next one comes by itself."], Case.Sensitive);
        asks.ShouldAllBe(ask => ask.Url == Urls.ConnectTo("x"));
    }

    private Account Ending(string handle, TimeSpan life, bool renewed = false)
    {
        var account = new Account { Channel = new ChannelKey("x"), Handle = handle, RemoteId = handle };
        account.Connect(new TokenLife(Clock.GetUtcNow() + life, renewed ? Clock.GetUtcNow() : null));
        return account;
    }
}
