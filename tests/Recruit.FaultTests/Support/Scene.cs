using Recruit.Accounts;
using Recruit.Deliveries;
using Xunit.Abstractions;

namespace Recruit.FaultTests.Support;

/// <summary>Which database the app runs on.</summary>
public enum Base
{
    Embedded,
    Postgres,
}

/// <summary>A stage with its cast, on the database that the test names.</summary>
public sealed class Scene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly PostgresServer? _server;

    private Scene(Stage stage, Cast cast, PostgresServer? server) => (Stage, Cast, _server) = (stage, cast, server);

    public Stage Stage { get; }
    public Cast Cast { get; }
    public PostgresServer Server => _server!;

    /// <param name="ownServer">The test kills the server.</param>
    public static async Task<Scene> SetAsync(Base on, int accountsPerNetwork, int answer = 20, bool ownServer = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        PostgresServer? server = null;
        if (on == Base.Postgres)
            server = !ownServer && Environment.GetEnvironmentVariable("RECRUIT_TEST_POSTGRES") is { Length: > 0 } given ? PostgresServer.At(given) : await PostgresServer.StartAsync();

        var networks = await NetworksProcess.StartAsync("--answer", answer.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var hurried = Stage.Hurried.Concat(settings ?? new Dictionary<string, string>()).GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value);
        var stage = await Stage.SetAsync(networks, server is null ? null : await server.NewDatabaseAsync(), hurried);
        return new Scene(stage, await Cast.EnterAsync(stage, accountsPerNetwork), server);
    }

    public Account AccountOf(string network, int place) => Cast.Accounts.Where(account => account.Channel.Value == network).ElementAt(place);

    public string NetworkOf(Delivery delivery) => Cast.Accounts.Single(account => account.Id == delivery.AccountId).Channel.Value;

    public async Task PostedAsync(int count) =>
        (await Stage.UntilAsync(async () => (await Stage.Networks.PostsAsync()).Count >= count, Patience)).ShouldBeTrue($"{count} posts did not go out.");

    public async Task SettledAsync(IReadOnlyList<Delivery> deliveries, DeliveryState state = DeliveryState.Published)
    {
        var ids = deliveries.Select(delivery => delivery.Id).ToList();
        if (await Stage.UntilAsync(async () => (await Stage.DeliveriesAsync(ids)).All(delivery => delivery.State == state), Patience))
            return;

        var states = (await Stage.DeliveriesAsync(ids)).GroupBy(delivery => $"{delivery.State}: {delivery.Reason}").Select(group => $"{group.Count()} {group.Key}");
        Assert.Fail($"Not all became {state}: {string.Join("; ", states)}");
    }

    /// <summary>Every one stands at its network exactly once, under the id that we hold.</summary>
    public async Task StandsOnceAsync(IReadOnlyList<Delivery> deliveries)
    {
        var now = await Stage.DeliveriesAsync([.. deliveries.Select(delivery => delivery.Id)]);
        Tally.Of(now, await Stage.Networks.PostsAsync()).ShouldBe(new Tally(0, 0, 0, 0));
    }

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>Chance that can be had again: the seed is printed, and given back as RECRUIT_FAULT_SEED.</summary>
public static class Seed
{
    public static Random Next(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable("RECRUIT_FAULT_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"RECRUIT_FAULT_SEED={seed}");
        return new Random(seed);
    }
}
