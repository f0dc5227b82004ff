using Microsoft.Playwright;

namespace Recruit.BrowserTests.Pages;

/// <summary>A feed of the practice networks, as a follower sees it.</summary>
public static class TimelinePage
{
    public static async Task OpenTimelineAsync(this Window window, string network)
    {
        await window.Page.GotoAsync(window.App.Networks.ToString());
        await window.CheckAsync();
        await window.Page.Locator($"section.{network} a").First.ClickAsync();
        await window.SeeAsync("followers");
        await window.CheckAsync();
    }

    public static ILocator LivePost(this Window window, string words) => window.Page.Locator("li.row:not(.removed)").Filter(new() { HasText = words });

    public static ILocator RemovedPost(this Window window, string words) => window.Page.Locator("li.row.removed").Filter(new() { HasText = words });
}
