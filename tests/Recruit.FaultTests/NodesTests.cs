using Microsoft.EntityFrameworkCore;
using Recruit.Deliveries;
using Recruit.FaultTests.Support;
using Recruit.Vacancies;
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
        using var one = await scene.Stage.StartAsync();
        using var other = await scene.Stage.StartAsync();
        var deliveries = await scene.Cast.BurstAsync(PerAccount, TimeProvider.System.GetUtcNow().AddSeconds(1));
        await scene.PostedAsync(random.Next(1, PerAccount * 4));
        // One that sends nothing would not be missed.
        var (sentByOne, sentByOther) = (one.Count("now Published"), other.Count("now Published"));
        output.WriteLine($"Sent before the kill: {sentByOne} and {sentByOther}.");
        await (sentByOne > sentByOther ? one : other).KillAsync();
        var killedAt = TimeProvider.System.GetUtcNow();

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
        var silences = (await scene.Stage.Networks.CallsAsync())
            .Where(call => call.IsCreate && call.ArrivedAt > killedAt)
            .GroupBy(call => call.Account)
            .Select(lane => lane.Min(call => call.ArrivedAt) - killedAt)
            .ToList();
        output.WriteLine($"After the kill the lanes went on in {string.Join(", ", silences.Select(silence => $"{silence.TotalSeconds:0.0}"))} s.");
        silences.ShouldAllBe(silence => silence < TimeSpan.FromSeconds(15));
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
        output.WriteLine($"{await BootsAsync(scene, deliveries)} nodes sent.");
    }

    [Fact]
    public async Task A_node_of_the_next_build_replaces_one_of_the_last_and_nothing_is_uncertain()
    {
        var random = Seed.Next(output);
        await using var scene = await Scene.SetAsync(Base.Postgres, accountsPerNetwork: 2, answer: 200, settings: Cluster);
        var deliveries = await scene.Cast.BurstAsync(PerAccount, TimeProvider.System.GetUtcNow());
        // A node knows another by its boot alone, so two runs of one build meet as two builds of one schema would.
        using var last = await scene.Stage.StartAsync();
        await scene.PostedAsync(random.Next(1, PerAccount));
        using var next = await scene.Stage.StartAsync();
        (await last.TerminateAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(15));

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
        var ids = deliveries.Select(delivery => delivery.Id).ToList();
        // The network's id is stored first and alone, so an attempt ends a moment after its delivery is Published.
        (await Stage.UntilAsync(async () => (await scene.Stage.AttemptsAsync(ids)).All(attempt => attempt.EndedAt != null), TimeSpan.FromSeconds(30))).ShouldBeTrue();
        var attempts = await scene.Stage.AttemptsAsync(ids);
        attempts.Select(attempt => (attempt.Kind, attempt.Outcome)).Distinct().ShouldHaveSingleItem().ShouldBe((AttemptKind.Send, "Published"));
        attempts.Count.ShouldBe(deliveries.Count);
    }

    [Fact]
    public async Task A_lane_whose_waking_broke_is_armed_again()
    {
        await using var scene = await Scene.SetAsync(Base.Postgres, accountsPerNetwork: 1, settings: Cluster);
        using var node = await scene.Stage.StartAsync();
        var first = await scene.Cast.BurstAsync(1, TimeProvider.System.GetUtcNow());
        var later = await scene.Cast.BurstAsync(1, TimeProvider.System.GetUtcNow().AddSeconds(25));
        await scene.SettledAsync(first);

        await using (var db = await scene.Stage.Databases.CreateDbContextAsync())
            (await db.Database.ExecuteSqlAsync($"UPDATE qrtz_triggers SET trigger_state = 'ERROR' WHERE trigger_group = {LaneJob.Group}")).ShouldBeGreaterThan(0);

        await scene.SettledAsync(later);
        await scene.StandsOnceAsync([.. first, .. later]);
    }

    [Fact]
    public async Task Both_start_at_once_on_an_empty_database_behind_a_proxy()
    {
        await using var server = Environment.GetEnvironmentVariable("RECRUIT_TEST_POSTGRES") is { Length: > 0 } given ? PostgresServer.At(given) : await PostgresServer.StartAsync();
        var networks = await NetworksProcess.StartAsync();
        await using var stage = await Stage.SetAsync(networks, await server.NewDatabaseAsync(), Cluster, migrate: false);
        using var homeOne = new NodeHome(stage.Home);
        using var homeTwo = new NodeHome(stage.Home);
        var (portOne, portTwo) = (Machine.FreePort(), Machine.FreePort());
        var starts = await Task.WhenAll(stage.StartAsync(Node(homeOne, portOne)), stage.StartAsync(Node(homeTwo, portTwo)));
        using var first = starts[0];
        using var second = starts[1];

        await using (var db = await stage.Databases.CreateDbContextAsync())
        {
            (await db.Users.CountAsync(staff => EF.Functions.Like(staff.Email!, "%northvale.example.org"))).ShouldBe(2);
            (await db.Vacancies.GroupBy(vacancy => vacancy.RequisitionId).CountAsync()).ShouldBe(await db.Vacancies.CountAsync());
            (await db.Vacancies.CountAsync()).ShouldBeGreaterThan(0);
            (await db.DataProtectionKeys.CountAsync()).ShouldBe(1);
        }

        using var proxy = await NginxProcess.StartAsync(portOne, portTwo);
        using var browser = new HttpClient { BaseAddress = proxy.Address };
        (await browser.GetAsync(new Uri("jobs", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
        await first.KillAsync();
        for (var times = 0; times < 5; times++)
            (await browser.GetAsync(new Uri("jobs", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }

    private static (string, string)[] Node(NodeHome home, int port) =>
    [
        ("Recruit:Home", home.Folder),
        ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        ("Practice:Enabled", "true"),
        ("Practice:Port", Machine.FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static async Task<int> BootsAsync(Scene scene, IReadOnlyList<Delivery> deliveries) =>
        (await scene.Stage.AttemptsAsync([.. deliveries.Select(delivery => delivery.Id)])).Select(attempt => attempt.Boot).Distinct().Count();
}
