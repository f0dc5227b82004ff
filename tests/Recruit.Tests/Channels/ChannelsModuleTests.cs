using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Recruit.Channels;
using Recruit.Channels.Bluesky;
using Recruit.Channels.Facebook;
using Recruit.Channels.LinkedIn;
using Recruit.Channels.Mastodon;
using Recruit.Channels.X;
using Recruit.Shell;

namespace Recruit.Tests.Channels;

public sealed class ChannelsModuleTests
{
    private static readonly AccountAccess Account = new(Guid.CreateVersion7(), "@NorthfieldJobs", "5515715", new Uri("https://mastodon.example"), new Dictionary<string, string>());

    [Fact]
    public void People_see_the_networks_in_one_order()
    {
        using var host = Build(Environments.Production);

        host.Services.GetRequiredService<ChannelCatalog>().All.Select(channel => channel.Name).ShouldBe(["X", "LinkedIn", "Facebook", "Mastodon", "Bluesky"]);
    }

    [Fact]
    public void In_production_the_real_networks_are_called()
    {
        using var host = Build(Environments.Production);

        Of<XOptions>(host).BaseUrl.ShouldBe("https://api.x.com/");
        Of<LinkedInOptions>(host).BaseUrl.ShouldBe("https://api.linkedin.com/");
        Of<FacebookOptions>(host).BaseUrl.ShouldBe("https://graph.facebook.com/");
        Of<LinkedInOptions>(host).Version.ShouldBe("202609");
        Of<FacebookOptions>(host).Version.ShouldBe("v26.0");
        Timelines(host).ShouldBe(["https://x.com/NorthfieldJobs", "https://www.linkedin.com/company/5515715/posts/", "https://www.facebook.com/5515715",
            "https://mastodon.example/@NorthfieldJobs", "https://bsky.app/profile/NorthfieldJobs"]);
    }

    [Fact]
    public void While_practising_all_of_them_are_the_practice_port()
    {
        using var host = Build(Environments.Development, ("Practice:Port", "5099"));

        Of<XOptions>(host).BaseUrl.ShouldBe("http://localhost:5099/");
        Of<LinkedInOptions>(host).BaseUrl.ShouldBe("http://localhost:5099/");
        Of<FacebookOptions>(host).BaseUrl.ShouldBe("http://localhost:5099/");
        Timelines(host).ShouldBe(["http://localhost:5099/x/5515715", "http://localhost:5099/linkedin/5515715", "http://localhost:5099/facebook/5515715",
            "http://localhost:5099/mastodon/5515715", "http://localhost:5099/bluesky/5515715"]);
        // A server of the account does not let practice out.
        Of<MastodonOptions>(host).ApiUrl(Account.Server).ShouldBe(new Uri("http://localhost:5099/"));
        Of<BlueskyOptions>(host).ApiUrl(Account.Server).ShouldBe(new Uri("http://localhost:5099/"));
        Of<XOptions>(host).UrlOfPost("123", Account).ShouldBe("http://localhost:5099/i/web/status/123");
        Of<LinkedInOptions>(host).UrlOfPost("urn:li:share:7", Account).ShouldBe("http://localhost:5099/feed/update/urn:li:share:7");
    }

    [Theory]
    [InlineData("Development", "false", "https://api.x.com/")]
    [InlineData("Production", "true", "http://localhost:5090/")]
    public void The_practice_setting_wins_over_the_environment(string environment, string enabled, string expected)
    {
        using var host = Build(environment, ("Practice:Enabled", enabled));

        Of<XOptions>(host).BaseUrl.ShouldBe(expected);
    }

    [Fact]
    public void An_address_from_the_settings_wins_over_practice()
    {
        using var host = Build(Environments.Development, ("Channels:X:BaseUrl", "https://proxy.example.org/x"), ("Channels:X:PostUrl", "https://posts.example.org/{handle}/{id}"));

        Of<XOptions>(host).ApiUrl().ShouldBe(new Uri("https://proxy.example.org/x/"));
        Of<XOptions>(host).UrlOfPost("1", Account).ShouldBe("https://posts.example.org/NorthfieldJobs/1");
        Of<LinkedInOptions>(host).BaseUrl.ShouldBe("http://localhost:5090/");
    }

    [Fact]
    public void An_organization_named_by_its_whole_urn_has_the_same_timeline()
    {
        using var host = Build(Environments.Production);

        Of<LinkedInOptions>(host).UrlOfTimeline(Account with { RemoteId = "urn:li:organization:5515715" }).ShouldBe(new Uri("https://www.linkedin.com/company/5515715/posts/"));
    }

    [Theory]
    [InlineData("Channels:X:BaseUrl", "http://api.x.com/", "Channels:X:BaseUrl must be https, or http to a loopback host.")]
    [InlineData("Channels:LinkedIn:BaseUrl", "api.linkedin.com", "Channels:LinkedIn:BaseUrl must be https, or http to a loopback host.")]
    [InlineData("Channels:Facebook:BaseUrl", "ftp://graph.facebook.com/", "Channels:Facebook:BaseUrl must be https, or http to a loopback host.")]
    [InlineData("Channels:Mastodon:MaxCharacters", "50", "Channels:Mastodon:MaxCharacters must lie between 100 and 100000.")]
    [InlineData("Channels:Mastodon:CharactersPerUrl", "0", "Channels:Mastodon:CharactersPerUrl must lie between 1 and 500.")]
    [InlineData("Channels:Bluesky:BaseUrl", "http://bsky.social/", "Channels:Bluesky:BaseUrl must be https, or http to a loopback host.")]
    [InlineData("Channels:X:PostUrl", "https://x.com/", "Channels:X:PostUrl must be a web address that contains {id}.")]
    [InlineData("Channels:X:FieldsParameter", "fields", "Channels:X:FieldsParameter must be tweet.fields or post.fields.")]
    [InlineData("Channels:LinkedIn:Version", "v1", "Channels:LinkedIn:Version must be a year and month, for example 202609.")]
    [InlineData("Channels:Facebook:Version", "26", "Channels:Facebook:Version must look like v26.0.")]
    [InlineData("Channels:TimeOut", "00:10:00", "Channels:TimeOut must lie between one second and five minutes, for example 00:00:30.")]
    [InlineData("Practice:Port", "0", "Practice:Port must lie between 1 and 65535.")]
    public async Task A_wrong_setting_stops_the_start_and_names_its_key(string key, string value, string expected)
    {
        using var host = Build(Environments.Production, (key, value));

        SettingsCheck.Mistakes(host.Services.GetRequiredService<IConfiguration>()).ShouldContain(expected);
        // Several at once when one options class is read while another is checked.
        var stop = await Record.ExceptionAsync(() => host.StartAsync());
        (stop is AggregateException several ? several.InnerExceptions[0] : stop).ShouldBeOfType<OptionsValidationException>();
    }

    [Theory]
    [InlineData("http://localhost:5090")]
    [InlineData("http://127.0.0.1:5090/")]
    [InlineData("http://[::1]:5090/")]
    [InlineData("https://proxy.example.org/")]
    public async Task A_safe_address_starts(string address)
    {
        using var host = Build(Environments.Production, ("Channels:X:BaseUrl", address));

        await host.StartAsync();
        await host.StopAsync();
    }

    private static IHost Build(string environment, params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddChannels();
        return builder.Build();
    }

    private static T Of<T>(IHost host) where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;

    private static IEnumerable<string> Timelines(IHost host)
        => host.Services.GetRequiredService<ChannelCatalog>().All.Select(channel => channel.TimelineUrl(Account).AbsoluteUri);
}
