using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Recruit.BrowserTests;

/// <summary>One Chromium with the running app: shared by all journeys, each person with a window of their own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright _playwright = default!;
    private IBrowser _browser = default!;

    private readonly List<string> _troubles = [];

    public RunningApp App { get; } = new();

    /// <summary>All that was found on the pages visited, at once: one run shows everything there is to mend.</summary>
    public void NothingShouldBeWrong()
    {
        List<string> found = [.. _troubles.Distinct()];
        _troubles.Clear();
        found.ShouldBeEmpty();
    }

    public async Task InitializeAsync()
    {
        await App.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
    }

    /// <summary>A window that shares nothing with others, so that several people are signed in at once.</summary>
    public async Task<Window> OpenWindowAsync()
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = App.Url.ToString(), ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(30_000);
        return new Window(await context.NewPageAsync().OrHangsAsync("a new window"), App, _troubles);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await App.DisposeAsync();
    }
}

/// <summary>What one person sees. Every page that is visited is checked for barriers.</summary>
public sealed class Window
{
    private readonly List<string> _troubles;

    public Window(IPage page, RunningApp app, List<string> troubles)
    {
        (Page, App, _troubles) = (page, app, troubles);
        page.PageError += (_, error) => Note($"{page.Url}: {error}");
        page.Console += (_, line) =>
        {
            // A status such as 410 is an answer; what a script or the content security policy complains of is an error.
            if (line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Note($"{page.Url}: {line.Text}");
        };
    }

    public IPage Page { get; }

    public RunningApp App { get; }

    /// <summary>Opens an admin page and waits until it takes clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>A tab of the same person, at the network's developer page. It stays open: closing a tab that is on its way elsewhere may never end.</summary>
    public async Task<IPage> OpenPortalAsync(string network)
    {
        var portal = await Page.Context.NewPageAsync().OrHangsAsync("a new tab");
        await portal.GotoAsync(new Uri(App.Networks, $"/{network}/developer").AbsoluteUri);
        return portal;
    }

    public Task ReadyAsync() => Page.Locator("main[data-interactive=true]").WaitForAsync();

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task ClickLinkAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Fills a field by its label and leaves it, so that the page hears of it.</summary>
    public async Task FillAsync(string label, string text, int place = 0)
    {
        var field = Page.GetByLabel(label, new() { Exact = true }).Nth(place);
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    /// <summary>Waits for the words; when they don't come, says what stands there instead.</summary>
    public async Task SeeAsync(string text)
    {
        try
        {
            await Page.GetByText(text).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{text}' did not appear at {Page.Url}, which shows:\n{await Page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>Notes every barrier that keeps people out of the page as it stands.</summary>
    public async Task CheckAsync()
    {
        // The other way opens and closes a blank tab for each check, which makes a journey twice as long.
        // Our pages have no frames, which is all that it would add.
#pragma warning disable CS0618
        var found = await Page.RunAxeLegacy().OrHangsAsync($"the check of {Page.Url}");
#pragma warning restore CS0618
        foreach (var violation in found.Violations.Where(violation => violation.Impact is "serious" or "critical"))
            foreach (var node in violation.Nodes)
                Note($"{Page.Url}: {violation.Id} ({violation.Impact}) at {node.Html}: {violation.Help}");
    }

    private void Note(string trouble)
    {
        lock (_troubles)
            _troubles.Add(trouble);
    }
}
