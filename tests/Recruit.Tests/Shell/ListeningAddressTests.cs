using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Recruit.Shell;

namespace Recruit.Tests.Shell;

public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("urls", "http://localhost:6200", "http://localhost:6200")]
    [InlineData("urls", "http://*:8080;https://*:8443", "http://localhost:8080")]
    [InlineData("urls", "http://127.0.0.1:0", null)]
    [InlineData("urls", "nonsense", null)]
    [InlineData("http_ports", "8080", "http://localhost:8080")]
    [InlineData("other", "8080", null)]
    public void It_is_one_that_a_browser_can_open(string key, string value, string? address)
        => ListeningAddress.Of(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()).ShouldBe(address);

    [Theory]
    [InlineData(new[] { "--urls=http://localhost:6200" }, "http://localhost:6200")]
    [InlineData(new[] { "--urls=http://localhost:6200", "--Site:BaseUrl=https://jobs.hospital.example" }, "https://jobs.hospital.example")]
    [InlineData(new string[0], "http://localhost:5080")]
    public async Task Links_in_posts_lead_to_where_the_app_listens_unless_somebody_said_otherwise(string[] args, string site)
    {
        await using var app = RecruitApp.Build([.. args, "--Practice:Enabled=false", "--Database:Provider=Postgres", "--Database:ConnectionString=Host=nowhere"]);

        app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl.ShouldBe(site);
    }
}
