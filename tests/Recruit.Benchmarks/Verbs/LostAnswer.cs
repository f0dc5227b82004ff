using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B2: the network takes the post, or not, and the answer never comes.</summary>
public static class LostAnswer
{
    /// <param name="Everyone">On every try, not on the first alone.</param>
    private sealed record Case(string Words, string Kind, bool Everyone);

    private static readonly Case[] Cases =
    [
        new("accepts, then closes, first try", "accept-then-close", false),
        new("accepts, then closes, every try", "accept-then-close", true),
        new("accepts, then hangs, first try", "accept-then-hang", false),
        new("hangs without accepting, first try", "hang", false),
        new("500 after accepting, first try", "error-after", false),
        new("500 after accepting, every try", "error-after", true),
        new("500 before accepting, first try", "error-before", false),
        new("duplicate refusal, first try", "duplicate", false),
    ];

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var perNetwork = setting.IsShort ? 5 : 50;
        var settings = new Dictionary<string, string>(Stage.Hurried) { ["Channels:TimeOut"] = "00:00:01" };
        foreach (var database in setting.Databases)
            foreach (var one in Cases)
            {
                await using var stage = await servers.StageAsync(database, settings, "--answer", "50", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 1);
                foreach (var network in Cast.AllNetworks)
                    await stage.Networks.TroubleAsync(network, one.Kind, times: one.Everyone ? null : perNetwork);
                var deliveries = await cast.BurstAsync(perNetwork, Clock.Now);
                var ids = deliveries.Select(delivery => delivery.Id).ToList();
                using var app = await stage.StartAsync();
                await Stage.UntilAsync(async () => (await stage.DeliveriesAsync(ids)).All(delivery => delivery.State == DeliveryState.Published || delivery.NeedsPerson), TimeSpan.FromSeconds(perNetwork * 2 + 90));

                var tally = Tally.Of(await stage.DeliveriesAsync(ids), await stage.Networks.PostsAsync());
                var attempts = await stage.AttemptsAsync(ids);
                var settled = attempts.Where(attempt => attempt.Kind == AttemptKind.Send).GroupBy(attempt => attempt.DeliveryId)
                    .Select(tries => ((attempts.Where(attempt => attempt.DeliveryId == tries.Key).Max(attempt => attempt.EndedAt) ?? DateTimeOffset.MaxValue) - (tries.Min(attempt => attempt.EndedAt) ?? DateTimeOffset.MinValue)).TotalSeconds)
                    .ToList();
                Report.Say($"{database}, {one.Words}: {tally}");
                report.Add(database, $"{one.Words}: copies", tally.Doubled, 0);
                report.Add(database, $"{one.Words}: lost, wrong, unsettled", tally.Lost + tally.Wrong + tally.Unsettled, 0);
                report.Add(database, $"{one.Words}: settled after", Figures.Spread(settled, "s"), "at most 60 s", settled.TrueForAll(seconds => seconds <= 60));
            }
    }
}
