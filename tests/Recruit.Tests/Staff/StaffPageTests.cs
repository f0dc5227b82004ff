using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Identity;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class StaffPageTests : PageTest
{
    public StaffPageTests()
    {
        Services.AddScoped<IPasswordHasher<StaffMember>, PasswordHasher<StaffMember>>();
        Services.AddOptions<StaffOptions>();
        Services.AddScoped<InviteStaff>();
        Services.AddScoped<ChangeStaff>();
        Services.AddScoped<MakeSignInLink>();
    }

    [Fact]
    public async Task People_are_listed_with_what_they_may_do()
    {
        await Db.SaveAsync(StaffMember.Create("rita@hospital.example", "Rita Recruiter", StaffRoles.Hr | StaffRoles.Recruiter));
        await SignInAsync();

        var page = Page<StaffPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("rita@hospital.example"));
        page.Markup.ShouldContain("HR, Recruiter");
        page.Markup.ShouldContain("Invited");
    }

    [Fact]
    public async Task Inviting_shows_a_link_once()
    {
        await SignInAsync();
        var page = Page<StaffPage>();

        page.WaitForState(() => page.FindAll("tbody tr").Count == 1);
        await page.InvokeAsync(() => Button(page, "Invite a person").Click());
        Dialogs.WaitForState(() => Dialogs.FindAll("input[type=email]").Count == 1);
        await Dialogs.InvokeAsync(() => Dialogs.FindAll("input")[0].Change("Rita Recruiter"));
        await Dialogs.InvokeAsync(() => Dialogs.Find("input[type=email]").Change("rita@hospital.example"));
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Invite and show the link").ClickAsync(new()));

        Dialogs.WaitForAssertion(() => Dialogs.Find(".one-time-link").TextContent.ShouldContain("/sign-in/link/"));
        (await Db.ReadAsync(db => db.Users.SingleAsync(person => person.Name == "Rita Recruiter"))).Roles.ShouldBe(StaffRoles.Hr);
    }

    [Fact]
    public async Task An_invitation_without_an_address_says_what_is_missing()
    {
        await SignInAsync();
        var page = Page<StaffPage>();

        page.WaitForState(() => page.FindAll("tbody tr").Count == 1);
        await page.InvokeAsync(() => Button(page, "Invite a person").Click());
        Dialogs.WaitForState(() => Dialogs.FindAll("input[type=email]").Count == 1);
        await Dialogs.InvokeAsync(() => Dialogs.FindAll("input")[0].Change("Rita Recruiter"));
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Invite and show the link").ClickAsync(new()));

        Dialogs.WaitForAssertion(() => Dialogs.Markup.ShouldContain("Enter an email such as"));
        (await Db.ReadAsync(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Disabling_asks_first_and_names_what_will_happen()
    {
        var rita = await Db.SaveAsync(StaffMember.Create("rita@hospital.example", "Rita Recruiter", StaffRoles.Recruiter));
        await SignInAsync();
        var page = Page<StaffPage>();
        page.WaitForState(() => page.FindAll("button[aria-label='What to do with Rita Recruiter']").Count == 1);

        await page.InvokeAsync(() => page.Find("button[aria-label='What to do with Rita Recruiter']").Click());
        Popovers.WaitForState(() => Popovers.FindAll(".mud-menu-item").Count == 3);
        await Popovers.InvokeAsync(() => Popovers.FindAll(".mud-menu-item").Single(item => item.TextContent.Trim() == "Disable").Click());
        Dialogs.WaitForAssertion(() => Dialogs.Markup.ShouldContain("signed out within a minute"));
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Disable").ClickAsync(new()));

        Snackbars.WaitForAssertion(() => Snackbars.Markup.ShouldContain("Rita Recruiter is disabled"));
        (await Db.ReadAsync(db => db.Users.SingleAsync(person => person.Id == rita.Id))).Disabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_no_administrator_does_not_see_the_list()
    {
        await SignInAsync(StaffRoles.Hr);

        Should.Throw<NotAllowedException>(() =>
        {
            var page = Page<StaffPage>();
            page.WaitForState(() => page.Markup.Contains("Hana", StringComparison.Ordinal), TimeSpan.FromSeconds(2));
        });
    }
}
