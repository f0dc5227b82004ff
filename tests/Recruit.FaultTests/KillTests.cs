using System.Net.Http.Json;
using System.Text.Json;
using Recruit.Deliveries;
using Recruit.FaultTests.Support;
using Recruit.Sandbox;
using Xunit.Abstractions;

namespace Recruit.FaultTests;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int PerNetwork = 50;

    [Fact]
    public async Task Killed_during_a_burst_and_started_again_every_post_stands_once()
    {
        var seed = Environment.GetEnvironmentVariable("RECRUIT_FAULT_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"RECRUIT_FAULT_SEED={seed}");
        var random = new Random(seed);
        await using var stage = await Stage.SetAsync(new SandboxOptions { Port = 0, AnswerDelay = TimeSpan.FromMilliseconds(100) });
        await stage.PlanAsync(PerNetwork);

        var killAt = random.Next(1, PerNetwork * 3 - 10);
        using (var first = await RecruitProcess.StartAsync(stage.Settings))
        {
            await Stage.UntilAsync(async () => (await PostsAsync(stage)).Count >= killAt, TimeSpan.FromSeconds(90));
            await first.KillAsync();
        }

        var open = (await stage.DeliveriesAsync()).Count(delivery => delivery.State == DeliveryState.Sending);
        output.WriteLine($"Killed after {killAt} posts with {open} sends on their way.");
        using var second = await RecruitProcess.StartAsync(stage.Settings);
        await Stage.UntilAsync(async () => (await stage.DeliveriesAsync()).All(delivery => delivery.State == DeliveryState.Published), TimeSpan.FromSeconds(90));

        var posts = await PostsAsync(stage);
        foreach (var network in new[] { "x", "linkedin", "facebook" })
            posts.Count(post => post.Network == network).ShouldBe(PerNetwork, network);
        posts.Select(post => post.Link).Distinct().Count().ShouldBe(PerNetwork * 3);
        var deliveries = await stage.DeliveriesAsync();
        deliveries.Select(delivery => delivery.RemoteId).ShouldBe(posts.Select(post => post.Id), ignoreOrder: true);
        foreach (var delivery in deliveries)
            posts.Single(post => post.Id == delivery.RemoteId).Link.ShouldEndWith(delivery.LinkCode!);
    }

    private static async Task<List<Post>> PostsAsync(Stage stage)
    {
        using var http = new HttpClient { BaseAddress = stage.Networks.Address };
        return (await http.GetFromJsonAsync<List<Post>>("_sandbox/posts", JsonSerializerOptions.Web))!;
    }

    private sealed record Post(string Network, string Id, string Link);
}
