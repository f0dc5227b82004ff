using Microsoft.Extensions.DependencyInjection;
using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B6: deleted or edited within two seconds of the due instant, while a burst goes out.</summary>
public static class Cancel
{
    private sealed record Act(Delivery Delivery, bool IsDelete, TimeSpan Offset)
    {
        /// <summary>Null is done; otherwise why it was not.</summary>
        public string? Refusal { get; set; }
    }

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var random = new Random(setting.Seed);
        foreach (var database in setting.Databases)
        {
            var (afterDelete, stillLive, afterEdit, falseRefusals, tooLate, acts) = (0, 0, 0, 0, 0, 0);
            var ready = new List<double>();
            for (var run = 1; run <= setting.RunsOr(5, 1); run++)
            {
                await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 10);
                var dueAt = await stage.SoonAsync();
                await cast.BurstAsync(setting.IsShort ? 2 : 10, dueAt);
                var targets = await cast.DeliverAsync(Enumerable.Range(0, setting.IsShort ? 30 : 200)
                    .Select(number => (cast.Accounts[number % cast.Accounts.Count], dueAt + TimeSpan.FromMilliseconds(random.Next(2000)))));
                var chosen = targets.Select((delivery, number) => new Act(delivery, number % 2 == 0, TimeSpan.FromMilliseconds(random.Next(-2000, 2000)))).ToList();
                using var app = await stage.StartAsync();
                ready.Add((dueAt - TimeSpan.FromSeconds(2) - app.ReadyAt).TotalSeconds);
                await Task.WhenAll(chosen.Select(act => ActAsync(stage, cast, act)));
                var ids = targets.Select(delivery => delivery.Id).ToList();
                await Stage.UntilAsync(async () => (await stage.DeliveriesAsync(ids)).All(IsAtRest), TimeSpan.FromSeconds(60));

                var states = (await stage.DeliveriesAsync(ids)).ToDictionary(delivery => delivery.Id);
                var posts = (await stage.Networks.PostsAsync()).ToLookup(post => Tally.CodeOf(post.Link));
                foreach (var act in chosen)
                {
                    var (now, post) = (states[act.Delivery.Id], posts[act.Delivery.LinkCode!].FirstOrDefault());
                    acts++;
                    tooLate += act.Refusal is null ? 0 : 1;
                    afterDelete += act is { IsDelete: true, Refusal: null } && now.State == DeliveryState.Cancelled && post is not null ? 1 : 0;
                    stillLive += act is { IsDelete: true, Refusal: null } && post is { RemovedAt: null } ? 1 : 0;
                    afterEdit += act is { IsDelete: false, Refusal: null } && post is not null ? 1 : 0;
                    falseRefusals += act.Refusal is not null && post is null ? 1 : 0;
                }

                Report.Say($"{database}, {run}: {tooLate} of {acts} acts came too late so far; out after delete {afterDelete}, after edit {afterEdit}");
            }

            report.Add(database, $"{acts} acts: out after an acknowledged delete", afterDelete, 0);
            report.Add(database, "still live after an acknowledged delete", stillLive, 0);
            report.Add(database, "old text after an acknowledged edit", afterEdit, 0);
            report.Add(database, "refused though nothing was being sent", falseRefusals, 0);
            report.Add(database, "refused as too late", $"{tooLate} of {acts}");
            report.Add(database, "the app was ready before the first act by", Figures.Spread(ready, "s"), "more than 0", ready.TrueForAll(seconds => seconds > 0));
        }
    }

    private static async Task ActAsync(Stage stage, Cast cast, Act act)
    {
        await Clock.ReachAsync(act.Delivery.DueAt!.Value + act.Offset);
        var change = stage.Services.GetRequiredService<ChangeDelivery>();
        if (act.IsDelete)
        {
            act.Refusal = await change.TakeDownAsync(act.Delivery.Id, "Deleted by the benchmark.", cast.Recruiter.Id);
            return;
        }

        var seen = (await stage.DeliveriesAsync([act.Delivery.Id])).Single();
        act.Refusal = await change.EditAsync(seen.Id, seen.Version, seen.Content.Text.Replace("unit", "ward", StringComparison.Ordinal), cast.Hr.Id);
        if (act.Refusal?.StartsWith("Somebody changed it", StringComparison.Ordinal) is true)
        {
            // The lane moved it between the look and the edit: a person would open it again.
            seen = (await stage.DeliveriesAsync([act.Delivery.Id])).Single();
            act.Refusal = await change.EditAsync(seen.Id, seen.Version, seen.Content.Text.Replace("unit", "ward", StringComparison.Ordinal), cast.Hr.Id);
        }
    }

    private static bool IsAtRest(Delivery delivery) => delivery.State is DeliveryState.Published or DeliveryState.Removed or DeliveryState.Cancelled or DeliveryState.Held;
}
