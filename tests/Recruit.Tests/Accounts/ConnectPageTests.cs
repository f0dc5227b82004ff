using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

public sealed class ConnectPageTests : PageTest
{
    private readonly LoginNetwork _network = new();

    public ConnectPageTests()
    {
        Services.AddStillNetworks();
        Services.AddSingleton(new ChannelCatalog([_network]));
        Services.Configure<SiteOptions>(site => site.BaseUrl = "https://recruit.example");
        Services.AddSingleton<BeginConnect>();
        Services.AddSingleton<FinishConnect>();
    }

    [Fact]
    public async Task The_way_to_a_network_names_its_steps_and_our_address_and_leads_to_its_login()
    {
        await SignInAsync();
        var page = Page<ConnectPage>(part => part.Add(one => one.Network, "x"));
        page.Markup.ShouldContain("Make an app");
        page.Markup.ShouldContain("https://recruit.example/connect/x/answer");

        await page.InvokeAsync(() => Button(page, "Log in to X").ClickAsync(new()));
        page.Markup.ShouldContain("Give the client id");

        await page.Find("input[type=text]:not([readonly])").ChangeAsync("id-1");
        await page.InvokeAsync(() => Button(page, "Log in to X").ClickAsync(new()));
        var url = new Uri(Services.GetRequiredService<NavigationManager>().Uri);
        url.Host.ShouldBe("x.example");
        url.Query.ShouldNotContain("id-1");
        (await Db.ReadAsync(db => db.ConnectAttempts.SingleAsync())).Sealed.ShouldNotContain("id-1");
    }

    [Fact]
    public async Task A_login_that_came_to_nothing_says_what_to_do()
    {
        await SignInAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo(Urls.ConnectAgain("x"));

        Page<ConnectPage>(part => part.Add(one => one.Network, "x")).Markup.ShouldContain("log in again");
    }

    [Fact]
    public async Task Who_does_not_run_accounts_is_told_who_does()
    {
        await SignInAsync(StaffRoles.Hr);

        var page = Page<ConnectPage>(part => part.Add(one => one.Network, "x"));

        page.Markup.ShouldContain("by an administrator");
        page.FindAll("input").ShouldBeEmpty();
    }
}
