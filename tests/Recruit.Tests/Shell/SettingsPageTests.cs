using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell;

public sealed class SettingsPageTests : PageTest
{
    public SettingsPageTests()
    {
        Services.AddOptions<DatabaseOptions>();
        Services.AddOptions<PracticeOptions>();
        Services.AddOptions<SiteOptions>();
        Services.AddOptions<KeyProtectionOptions>();
    }

    [Fact]
    public async Task In_Production_unwrapped_keys_are_pointed_out_with_the_setting_that_mends_it()
    {
        Services.AddSingleton<IHostEnvironment>(new Place("Production"));
        await SignInAsync();

        var page = Page<SettingsPage>();

        page.Markup.ShouldContain("DataProtection:CertificatePath");
        page.Markup.ShouldContain("Off: posts go to the real networks");
    }

    [Fact]
    public async Task In_Development_nothing_is_complained_about()
    {
        Services.AddSingleton<IHostEnvironment>(new Place("Development"));
        await SignInAsync();

        var page = Page<SettingsPage>();

        page.Markup.ShouldNotContain("DataProtection:CertificatePath");
        page.Markup.ShouldContain("nothing is public");
        page.FindAll(".card-link").Select(card => card.GetAttribute("href")).ShouldBe([Urls.Facilities, Urls.Templates, Urls.Targeting, Urls.Staff, Urls.Notices, Urls.ApiKeys, Urls.Audit]);
    }

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Recruit";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
