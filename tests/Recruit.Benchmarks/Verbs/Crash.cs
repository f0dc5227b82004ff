using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B1: a burst on three networks with two accounts each, and a death at a random moment of it.</summary>
public static class Crash
{
    private const int AnswerMilliseconds = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private enum Death
    {
        Killed,
        Terminated,
        DatabaseKilled,
    }

    private sealed record Outcome(Tally Tally, int Open, int Looked, double SecondsOver, double SecondsToEnd);

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var random = new Random(setting.Seed);
        foreach (var database in setting.Databases)
        {
            await DieAsync(Death.Killed, setting.RunsOr(20, 2), "kill -9 of the app");
            await DieAsync(Death.Terminated, setting.RunsOr(5, 1), "SIGTERM of the app");
            if (database == "postgres")
                await DieAsync(Death.DatabaseKilled, setting.RunsOr(20, 1), "kill -9 of PostgreSQL");

            async Task DieAsync(Death death, int runs, string words)
            {
                await using var stage = await servers.StageAsync(database, Stage.Hurried, "--answer", $"{AnswerMilliseconds}", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 2);
                var outcomes = new List<Outcome>();
                for (var run = 1; run <= runs; run++)
                {
                    outcomes.Add(await RunOnceAsync(stage, cast, death, setting.IsShort ? 10 : 50, random, servers));
                    Report.Say($"{database}, {words}, {run} of {runs}: {outcomes[^1]}");
                }

                Tell(report, database, $"{words}, {runs} times", death, outcomes);
            }
        }
    }

    private static async Task<Outcome> RunOnceAsync(Stage stage, Cast cast, Death death, int perAccount, Random random, Servers servers)
    {
        await stage.Networks.ForgetAsync();
        var deliveries = await cast.BurstAsync(perAccount, Clock.Now);
        var ids = deliveries.Select(delivery => delivery.Id).ToList();
        var app = await stage.StartAsync();
        try
        {
            await Stage.UntilAsync(async () => (await stage.Networks.CallsAsync()).Count > 0, Patience);
            await Clock.PassAsync(random.NextDouble() * perAccount * AnswerMilliseconds / 1000);

            var toEnd = TimeSpan.Zero;
            if (death == Death.DatabaseKilled)
            {
                await (await servers.PostgresAsync()).KillAsync();
                await Clock.PassAsync(random.NextDouble() * 2);
                await (await servers.PostgresAsync()).StartAgainAsync();
                Npgsql.NpgsqlConnection.ClearAllPools();
            }
            else if (death == Death.Terminated)
                toEnd = await app.TerminateAsync();
            else
                await app.KillAsync();

            var readyAt = Clock.Now;
            var after = await stage.DeliveriesAsync(ids);
            var open = after.Where(delivery => delivery.State is DeliveryState.Sending or DeliveryState.Uncertain).Select(delivery => delivery.LinkCode).ToHashSet();
            var left = after.Where(delivery => delivery.State != DeliveryState.Published).GroupBy(delivery => delivery.AccountId).Select(lane => lane.Count()).DefaultIfEmpty(0).Max();
            if (death != Death.DatabaseKilled)
            {
                app.Dispose();
                app = await stage.StartAsync();
                readyAt = app.ReadyAt;
            }

            if (!await Stage.UntilAsync(async () => (await stage.DeliveriesAsync(ids)).All(delivery => delivery.State == DeliveryState.Published), Patience))
                await ExplainAsync(stage, ids, app);
            var posts = await stage.Networks.PostsAsync();
            var looked = (await stage.AttemptsAsync(ids)).Where(attempt => attempt.Kind == AttemptKind.Look).Select(attempt => attempt.DeliveryId).Distinct().Count();
            var lastOut = posts.Where(post => !open.Contains(Tally.CodeOf(post.Link))).Select(post => post.ReceivedAt).DefaultIfEmpty(readyAt).Max();
            var allowed = TimeSpan.FromSeconds(5) + TimeSpan.FromMilliseconds(left * AnswerMilliseconds);
            return new Outcome(Tally.Of(await stage.DeliveriesAsync(ids), posts), open.Count, looked, (lastOut - readyAt - allowed).TotalSeconds, toEnd.TotalSeconds);
        }
        finally
        {
            await app.TerminateAsync();
            app.Dispose();
        }
    }

    /// <summary>What a person needs to find the cause.</summary>
    private static async Task ExplainAsync(Stage stage, IReadOnlyCollection<Guid> ids, RecruitProcess app)
    {
        foreach (var delivery in (await stage.DeliveriesAsync(ids)).Where(delivery => delivery.State != DeliveryState.Published))
            Report.Say($"{delivery.Account!.Handle}: {delivery.State}, next {delivery.NextAt:O}, lease {delivery.LeaseUntil:O}, account {delivery.Account.State} until {delivery.Account.WaitUntil:O}, {delivery.Reason}");
        Report.Say(app.Output);
    }

    private static void Tell(Report report, string database, string words, Death death, List<Outcome> outcomes)
    {
        var sum = outcomes.Select(outcome => outcome.Tally).Aggregate((left, right) => left + right);
        report.Add(database, $"{words}: lost", sum.Lost, 0);
        report.Add(database, $"{words}: doubled", sum.Doubled, 0);
        report.Add(database, $"{words}: wrong state", sum.Wrong, 0);
        report.Add(database, $"{words}: left for a person", sum.Unsettled, 0);
        if (death == Death.Terminated)
        {
            report.Add(database, $"{words}: uncertain", outcomes.Sum(outcome => outcome.Open), 0);
            report.Add(database, $"{words}: time to end", Figures.Spread([.. outcomes.Select(outcome => outcome.SecondsToEnd)], "s"), "at most 10 s", outcomes.TrueForAll(outcome => outcome.SecondsToEnd <= 10));
            return;
        }

        report.Add(database, $"{words}: uncertain, read back", $"{outcomes.Sum(outcome => outcome.Looked)} of {outcomes.Sum(outcome => outcome.Open)} in flight",
            "at most those in flight", death == Death.DatabaseKilled ? null : outcomes.TrueForAll(outcome => outcome.Looked <= outcome.Open));
        report.Add(database, $"{words}: rest out, beyond the lanes' own time and 5 s", Figures.Spread([.. outcomes.Select(outcome => outcome.SecondsOver)], "s"),
            "at most 0", outcomes.TrueForAll(outcome => outcome.SecondsOver <= 0));
    }
}
