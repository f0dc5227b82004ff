using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Deliveries;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_database_of_an_earlier_version_is_alive_and_not_ready()
    {
        await using var app = new RecruitFactory();
        var browser = app.Browser();
        (await browser.GetAsync(Urls.Ready)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var db = app.Db.CreateDbContext();
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """);

        (await browser.GetAsync(Urls.Ready)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await browser.GetAsync(Urls.Alive)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Metrics_are_not_there_unless_somebody_wants_them()
    {
        await using var app = new RecruitFactory();

        (await app.Browser().GetAsync(Urls.Metrics)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Values are tested beside their meter: in one process the exporter sees the meters of all tests.
    [Fact]
    public async Task A_scraper_with_the_key_reads_how_the_lanes_run()
    {
        await using var app = new RecruitFactory();
        app.Settings["Telemetry:Prometheus"] = "true";
        app.Settings["Telemetry:PrometheusKey"] = "scrape-me";
        _ = app.Services.GetRequiredService<DeliveryMetrics>();

        var metrics = await ScrapeAsync(app);

        metrics.ShouldContain("recruit_lanes_waiting");
        metrics.ShouldContain("recruit_delivery_oldest_due_age_seconds");
        (await app.Browser().GetAsync(Urls.Metrics)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> ScrapeAsync(RecruitFactory app)
    {
        var scraper = app.Browser();
        scraper.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "scrape-me");
        return await scraper.GetStringAsync(Urls.Metrics);
    }
}
