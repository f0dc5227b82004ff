using Microsoft.Playwright;

namespace Recruit.BrowserTests.Pages;

/// <summary>How people get in: the first run, and one-time links.</summary>
public static class SignInPages
{
    public static async Task MakeFirstAdministratorAsync(this Window window, string name, string email, string password)
    {
        await window.Page.GotoAsync(window.App.FirstRunLink);
        await window.CheckAsync();
        await window.Page.GetByLabel("Your name").FillAsync(name);
        await window.Page.GetByLabel("Email").FillAsync(email);
        await window.Page.GetByLabel("Password").FillAsync(password);
        await window.ClickAsync("Start using Recruit");
        await window.ReadyAsync();
    }

    public static async Task SignInAsync(this Window window, string link)
    {
        await window.Page.GotoAsync(link);
        await window.CheckAsync();
        await window.ClickAsync("Sign in");
        await window.ReadyAsync();
    }

    /// <summary>An administrator makes somebody's one-time link on the Staff page.</summary>
    public static async Task<string> MakeSignInLinkAsync(this Window window, string person)
    {
        await window.GoAsync("/admin/settings/staff");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = $"What to do with {person}" }).ClickAsync();
        await window.Page.GetByText("Make a sign-in link").ClickAsync();
        var link = await window.Page.Locator("code.one-time-link").TextContentAsync();
        await window.ClickAsync("Done");
        return link!;
    }
}
