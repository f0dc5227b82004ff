using Microsoft.Playwright;

namespace Recruit.BrowserTests.Pages;

/// <summary>The way to a network's login, and what a hospital does at the network itself.</summary>
public static class ConnectPages
{
    /// <summary>At the network's developer page, in a tab of its own, with the redirect address that our page shows.</summary>
    public static async Task<(string Id, string Secret)> AnnounceAppAsync(this Window window, string network)
    {
        var redirect = await window.Page.GetByLabel("Redirect address").InputValueAsync();
        var portal = await window.OpenPortalAsync(network);
        await portal.GetByLabel("Redirect address").FillAsync(redirect);
        await portal.GetByRole(AriaRole.Button, new() { Name = "Make the app" }).ClickAsync();
        var app = portal.Locator("section.tile dl").Last.Locator("dd code");
        var made = (await app.Nth(0).InnerTextAsync(), await app.Nth(1).InnerTextAsync());
        return made;
    }

    /// <summary>At the network, in a tab of its own.</summary>
    /// <returns>The account's handle there, and the key.</returns>
    public static async Task<(string Handle, string Key)> MakeKeyAsync(this Window window, string network, string account, string button = "Make it")
    {
        var portal = await window.OpenPortalAsync(network);
        await portal.GetByLabel("The number of the account").FillAsync(account);
        await portal.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        var key = portal.Locator("section.tile dl").Last.Locator("dd code");
        var made = (await key.Nth(0).InnerTextAsync(), await key.Nth(1).InnerTextAsync());
        if (Environment.GetEnvironmentVariable("RECRUIT_PICTURES") is { Length: > 0 } folder)
            await portal.ScreenshotAsync(new() { Path = Path.Combine(folder, $"keys-{network}.png"), FullPage = true });
        return made;
    }

    /// <summary>Until the network's login stands there.</summary>
    public static async Task GiveAppAsync(this Window window, string network, (string Id, string Secret) app, string idLabel = "Client ID", string secretLabel = "Client secret")
    {
        await window.ReadyAsync();
        await window.FillAsync(idLabel, app.Id);
        await window.FillAsync(secretLabel, app.Secret);
        await window.ClickAsync($"Log in to {network}");
        await window.SeeAsync($"Log in to practice {network}");
    }

    public static async Task TakeBackAsync(this Window window, string network, string account)
    {
        var portal = await window.OpenPortalAsync(network);
        var allowed = portal.Locator("li").Filter(new() { HasText = $"Practice hospital {account[^4..]}" });
        var before = await allowed.CountAsync();
        await allowed.First.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await allowed.Nth(before - 1).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>For people who look: written only where RECRUIT_PICTURES names a folder. At the width of a phone too.</summary>
    public static async Task PictureAsync(this Window window, string name)
    {
        if (Environment.GetEnvironmentVariable("RECRUIT_PICTURES") is not { Length: > 0 } folder)
            return;

        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        await window.Page.SetViewportSizeAsync(360, 740);
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-phone.png"), FullPage = true });
        await window.Page.SetViewportSizeAsync(1280, 900);
    }
}
