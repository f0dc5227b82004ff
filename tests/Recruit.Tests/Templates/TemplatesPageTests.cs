using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Templates;
using Recruit.Tests.Support;

namespace Recruit.Tests.Templates;

public class TemplatesPageTests : PageTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recruit-templates");

    public TemplatesPageTests()
    {
        foreach (var file in Directory.GetFiles(RecruitHome.Find([]).TemplatesFolder, "*.scriban", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Services.AddSingleton(new TemplateLibrary(new TemplateFolder(_folder.FullName)));
        Services.AddSingleton(new ChannelCatalog([new SilentChannel("x", "X", Openings.X), new SilentChannel("linkedin", "LinkedIn", Openings.LinkedIn)]));
        Services.AddSingleton(Options.Create(new SiteOptions { BaseUrl = "https://jobs.example.org" }));
    }

    [Fact]
    public async Task Every_moment_of_every_network_is_shown_with_its_length()
    {
        await SignInAsync();

        var page = Page<TemplatesPage>();

        page.FindAll("h2").Select(heading => heading.TextContent).ShouldBe(["Announcement", "Reminder", "Closing soon", "Filled notice", "Digest"]);
        page.FindAll("article code").Count(path => !path.TextContent.Contains(".2.", StringComparison.Ordinal)).ShouldBe(10);
        page.FindAll("article")[0].TextContent.ShouldContain("of 280 characters");
        page.FindAll(".mud-alert").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_template_shows_its_file_and_line_and_is_gone_once_mended()
    {
        await SignInAsync();
        var file = Path.Combine(_folder.FullName, "x", "reminder.scriban");
        var words = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, "Still open:\n{{ vacancy.titel }} {{ link }}");

        var page = Page<TemplatesPage>();
        page.Markup.ShouldContain("One template does not work.");
        page.FindAll("article").ShouldContain(card => card.TextContent.Contains("x/reminder.scriban, line 2: There is nothing called \"titel\".", StringComparison.Ordinal));

        await File.WriteAllTextAsync(file, words);
        await page.InvokeAsync(() => Button(page, "Read the files again").ClickAsync(new()));
        page.Markup.ShouldNotContain("does not work");
    }

    [Fact]
    public async Task Another_sample_is_chosen_by_address()
    {
        await SignInAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo($"{Urls.Templates}?sample=few");

        Page<TemplatesPage>().Markup.ShouldContain("Medical Coder");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
            _folder.Delete(recursive: true);
    }

    private sealed record SilentChannel(string Value, string Name, PostLimits Limits) : IChannel
    {
        public ChannelKey Key => new(Value);

        public IReadOnlyList<SecretSpec> Secrets => [];

        public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Uri TimelineUrl(AccountAccess account) => throw new NotSupportedException();
    }
}
