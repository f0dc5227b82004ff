using Microsoft.Playwright;
using Recruit.BrowserTests.Pages;

namespace Recruit.BrowserTests;

/// <summary>Accounts are connected, lost and connected again by a person who reads the pages and nothing else.</summary>
public sealed class ConnectTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const string Account = "7770011";

    [Fact]
    public async Task An_account_is_connected_taken_away_at_the_network_and_connected_again()
    {
        var administrator = await browsers.OpenWindowAsync();
        await administrator.MakeFirstAdministratorAsync("Ada Admin", "ada@hospital.example", "correct horse battery staple");

        await administrator.GoAsync("/admin/accounts");
        await administrator.ClickLinkAsync("Connect an account");
        await administrator.Page.GetByLabel("Connect X").ClickAsync();
        await administrator.SeeAsync("Say which app it is");
        await administrator.CheckAsync();
        await administrator.PictureAsync("connect-x");
        var app = await administrator.AnnounceAppAsync("x");

        await ConnectAsync(administrator, app);
        await administrator.SeeAsync("Nothing was posted");
        await administrator.CheckAsync();
        await administrator.PictureAsync("connected");
        await ConnectOtherAsync(administrator, "linkedin", "LinkedIn", "Client ID", "Primary client secret");
        await ConnectOtherAsync(administrator, "facebook", "Facebook", "App ID", "App secret");

        await administrator.TakeBackAsync("x", Account);
        await TryAsync(administrator);
        await administrator.SeeAsync("Connect the account again");

        await administrator.GoAsync("/admin/accounts/connect/x");
        await ConnectAsync(administrator, app);
        await administrator.SeeAsync("Nothing was posted");
        await LacksAsync(administrator, app);
        browsers.NothingShouldBeWrong();
    }

    /// <summary>What was not allowed is told in plain words, and so is a login that was cancelled.</summary>
    private static async Task LacksAsync(Window administrator, (string Id, string Secret) app)
    {
        await administrator.GoAsync("/admin/accounts/connect/x");
        await administrator.GiveAppAsync("X", app);

        await administrator.Page.GetByLabel("Post and delete posts for you (tweet.write)").UncheckAsync();
        await administrator.ClickAsync("Authorize app");

        await administrator.SeeAsync("the token lacks tweet.write");
        await administrator.CheckAsync();
        await administrator.PictureAsync("lacks");
        await administrator.ClickLinkAsync("Begin again");
        await administrator.GiveAppAsync("X", app);
        await administrator.ClickAsync("Cancel");
        await administrator.SeeAsync("the login was cancelled there");
    }

    private static async Task ConnectOtherAsync(Window window, string network, string name, string idLabel, string secretLabel)
    {
        await window.GoAsync($"/admin/accounts/connect/{network}");
        await window.CheckAsync();
        await window.PictureAsync($"connect-{network}");
        await window.GiveAppAsync(name, await window.AnnounceAppAsync(network), idLabel, secretLabel);
        await window.PictureAsync($"consent-{network}");
        await window.ClickAsync("Authorize app");
        await window.SeeAsync("Which account is it?");
        await window.ReadyAsync();
        await window.CheckAsync();
        await window.PictureAsync($"choice-{network}");
        await window.ClickAsync("Save and try it by reading");
        await window.SeeAsync("Nothing was posted");
    }

    private static async Task ConnectAsync(Window window, (string Id, string Secret) app)
    {
        await window.GiveAppAsync("X", app);
        if (await window.Page.Locator($"input[name=account][value='{Account}']").CountAsync() > 0)
            await window.Page.Locator($"input[name=account][value='{Account}']").CheckAsync();
        else
        {
            await window.Page.Locator("input[name=account][value='']").CheckAsync();
            await window.Page.GetByLabel("Number of the other account").FillAsync(Account);
        }

        await window.PictureAsync("consent");
        await window.ClickAsync("Authorize app");
        await window.SeeAsync("What Recruit may do there");
        await window.ReadyAsync();
        await window.CheckAsync();
        await window.PictureAsync("choice");
        await window.ClickAsync("Save and try it by reading");
    }

    private static async Task TryAsync(Window window)
    {
        await window.GoAsync("/admin/accounts");
        await window.PictureAsync("accounts");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "What to do with @practice_770011" }).ClickAsync();
        await window.Page.GetByText("Try it by reading").ClickAsync();
    }
}
