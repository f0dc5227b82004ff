using Microsoft.Playwright;

namespace Recruit.BrowserTests.Pages;

public static class ApprovalPages
{
    public static async Task ApproveAllAsync(this Window window, string vacancy)
    {
        await window.GoAsync("/admin/approvals");
        await window.CheckAsync();
        await window.ClickLinkAsync(vacancy);
        await window.SeeAsync("Keys: j and k move");
        await window.CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve all") }).ClickAsync();
        await window.SeeAsync("Nothing waits here any more");
    }
}
