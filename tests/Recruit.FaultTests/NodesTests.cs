using Recruit.FaultTests.Support;
using Xunit.Abstractions;

namespace Recruit.FaultTests;

/// <summary>Two nodes on one database.</summary>
public sealed class NodesTests(ITestOutputHelper output)
{
    private const int PerAccount = 15;

    // A lease that outlasts the test: whoever waits for it fails.
    private static readonly Dictionary<string, string> Cluster = new() { ["Scheduling:Clustered"] = "true", ["Deliveries:LeaseMargin"] = "00:09:00" };

    [Fact]
    public async Task One_is_killed_and_the_other_takes_over_its_lanes()
    {
        var random = Seed.Next(output);
        await using var scene = await Scene.SetAsync(Base.Postgres, accountsPerNetwork: 2, answer: 200, settings: Cluster);
        var deliveries = await scene.Cast.BurstAsync(PerAccount, TimeProvider.System.GetUtcNow().AddSeconds(1));
        using var second = await scene.Stage.StartAsync();
        using (var first = await scene.Stage.StartAsync())
        {
            await scene.PostedAsync(random.Next(1, PerAccount * 4));
            await first.KillAsync();
        }

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
    }

    [Fact]
    public async Task Both_send_and_no_post_goes_out_twice()
    {
        await using var scene = await Scene.SetAsync(Base.Postgres, accountsPerNetwork: 2, answer: 50, settings: Cluster);
        using var first = await scene.Stage.StartAsync();
        using var second = await scene.Stage.StartAsync();
        var deliveries = await scene.Cast.BurstAsync(PerAccount, TimeProvider.System.GetUtcNow().AddSeconds(1));

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
        var boots = (await scene.Stage.DeliveriesAsync([.. deliveries.Select(delivery => delivery.Id)])).Select(delivery => delivery.LeaseBoot).Distinct().Count();
        output.WriteLine($"{boots} boots sent.");
    }

    [Fact]
    public async Task Both_start_at_once_on_an_empty_database_behind_a_proxy()
    {
        await using var server = Environment.GetEnvironmentVariable("RECRUIT_TEST_POSTGRES") is { Length: > 0 } given ? PostgresServer.At(given) : await PostgresServer.StartAsync();
        var networks = await NetworksProcess.StartAsync();
        await using var stage = await Stage.SetAsync(networks, await server.NewDatabaseAsync(), Cluster, migrate: false);
        var (portOne, portTwo) = (Machine.FreePort(), Machine.FreePort());
        var starts = await Task.WhenAll(
            stage.StartAsync(("ASPNETCORE_URLS", $"http://127.0.0.1:{portOne}")), stage.StartAsync(("ASPNETCORE_URLS", $"http://127.0.0.1:{portTwo}")));
        using var first = starts[0];
        using var second = starts[1];

        using var proxy = await NginxProcess.StartAsync(portOne, portTwo);
        using var browser = new HttpClient { BaseAddress = proxy.Address };
        (await browser.GetAsync(new Uri("jobs", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
        await first.KillAsync();
        for (var times = 0; times < 5; times++)
            (await browser.GetAsync(new Uri("jobs", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }
}
