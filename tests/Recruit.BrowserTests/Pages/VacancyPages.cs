using Microsoft.Playwright;

namespace Recruit.BrowserTests.Pages;

/// <summary>The editor, and the page that joins a vacancy with its broadcasts.</summary>
public static class VacancyPages
{
    public static async Task WriteVacancyAsync(this Window window, string title, string requisition)
    {
        await window.GoAsync("/admin/vacancies");
        await window.CheckAsync();
        await window.ClickLinkAsync("New vacancy");
        await window.SeeAsync("Before it can open");

        await window.FillAsync("Title", title);
        await window.FillAsync("Requisition id", requisition);
        await window.ChooseAsync("Occupation", "critical care", "Critical Care Nurses");
        await window.FillAsync("Specialty", "Critical care");
        await window.FillAsync("Department or unit", "Medical ICU");
        await window.SelectAsync("Facility", 0);
        await window.SelectAsync("Employment type", "Full time");
        await window.FillAsync("Shift", "Nights, 7p–7a");
        await window.FillAsync("Hours per week", "36");
        await window.FillAsync("Pay from", "41.5");
        await window.FillAsync("Pay to", "58");
        await window.SelectAsync("Per", "hour");
        await window.AddCredentialsAsync("RN license", "ACLS");
        await window.FillAsync("One reason to care", "Two patients to a nurse, every night.");
        await window.FillAsync("Description", "## The unit\n\nSixteen beds, and a preceptor for your first twelve weeks.");
        await window.FillAsync("Where people apply", "https://careers.example.org/apply/4711");
        await window.FillAsync("Contact", "Dana Reyes");
        await window.FillAsync("Contact email", "dana.reyes@example.org");
        await window.CheckAsync();
    }

    public static async Task SaveAndOpenAsync(this Window window)
    {
        await window.ClickAsync("Save and open");
        await window.SeeAsync("Broadcast it");
        await window.CheckAsync();
    }

    /// <summary>The announcement on all accounts, as soon as approved.</summary>
    public static async Task BroadcastAsync(this Window window, int accounts = 3)
    {
        var submit = window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Send for approval: {accounts} accounts") });
        await submit.WaitForAsync();
        await window.CheckAsync();
        await submit.ClickAsync();
        await window.SeeAsync("approval by a recruiter");
    }

    public static async Task CloseAsFilledAsync(this Window window)
    {
        // What was said last has a button of the same name.
        await window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await window.Page.GetByText("Close as filled").ClickAsync();
        await window.SeeAsync("This cannot be undone");
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close as filled" }).ClickAsync();
        await window.SeeAsync("This vacancy is closed");
    }

    private static async Task AddCredentialsAsync(this Window window, params string[] names)
    {
        foreach (var (place, name) in names.Index())
        {
            await window.ClickAsync("Add one");
            await window.FillAsync("Name", name, place);
        }
    }

    private static async Task SelectAsync(this Window window, string label, string option)
    {
        await window.OpenListAsync(label);
        await window.PickAsync(window.Option(option));
    }

    private static async Task SelectAsync(this Window window, string label, int place)
    {
        await window.OpenListAsync(label);
        await window.PickAsync(window.Page.Locator(".mud-popover-open .mud-list-item").Nth(place));
    }

    private static async Task ChooseAsync(this Window window, string label, string typed, string option)
    {
        await window.Page.GetByLabel(label, new() { Exact = true }).FillAsync(typed);
        await window.PickAsync(window.Option(option));
    }

    private static async Task PickAsync(this Window window, ILocator option)
    {
        var closed = new LocatorWaitForOptions { State = WaitForSelectorState.Hidden, Timeout = 3_000 };
        await option.ClickAsync();
        try
        {
            await window.Page.Locator(".mud-popover-open").WaitForAsync(closed);
        }
        catch (TimeoutException)
        {
            // A list that is drawn anew between press and release takes no click: a person clicks again.
            await option.ClickAsync();
            await window.Page.Locator(".mud-popover-open").WaitForAsync(closed);
        }
    }

    private static Task OpenListAsync(this Window window, string label)
        => window.Page.Locator("div.mud-input-control.mud-select", new() { Has = window.Page.Locator($"label:text-is('{label}')") }).ClickAsync();

    private static ILocator Option(this Window window, string words)
        => window.Page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = words }).First;
}
