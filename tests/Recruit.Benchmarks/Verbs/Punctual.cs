using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B3: how long after its due instant a call arrives at the network, against a bare timer.</summary>
public static class Punctual
{
    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        foreach (var database in setting.Databases)
        {
            var (timer, idle, loaded) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 1; run <= setting.RunsOr(5, 1); run++)
            {
                await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 10);
                timer.AddRange(await BareLoop.LatenessAsync(stage.Networks, 10, TimeSpan.FromMilliseconds(300)));
                idle.AddRange(await IdleAsync(stage, cast, setting.IsShort ? 5 : 30));
                loaded.AddRange(await LoadedAsync(stage, cast, setting.IsShort ? 5 : 30));
                timer.AddRange(await BareLoop.LatenessAsync(stage.Networks, 10, TimeSpan.FromMilliseconds(300)));
                Report.Say($"{database}, {run}: idle p50 {Figures.Median(idle):0.0} ms, loaded p99 {Figures.Quantile(loaded, 0.99):0} ms, bare timer p50 {Figures.Median(timer):0.0} ms");
            }

            report.Add(database, "bare timer and POST, p50", Figures.Text(Figures.Median(timer), "ms"));
            report.Add(database, "idle, p50 after due", Figures.Text(Figures.Median(idle), "ms"), "at most 25 ms", Figures.Median(idle) <= 25);
            report.Add(database, "idle, p50 against the bare timer", Figures.Text(Figures.Median(idle) / Figures.Median(timer), "x"));
            report.Add(database, "idle, p99 after due", Figures.Text(Figures.Quantile(idle, 0.99), "ms"), "at most 150 ms", Figures.Quantile(idle, 0.99) <= 150);
            report.Add(database, "during a burst of others, p50 after due", Figures.Text(Figures.Median(loaded), "ms"));
            report.Add(database, "during a burst of others, p99 after due", Figures.Text(Figures.Quantile(loaded, 0.99), "ms"), "at most 1000 ms", Figures.Quantile(loaded, 0.99) <= 1000);
            report.Add(database, "before the due instant", idle.Concat(loaded).Count(late => late < 0), 0);
        }
    }

    public static async Task<IReadOnlyList<double>> IdleAsync(Stage stage, Cast cast, int count)
    {
        var from = await stage.SoonAsync();
        var due = Enumerable.Range(0, count).Select(number => from + TimeSpan.FromSeconds(number * 2)).ToList();
        await cast.DeliverAsync(due.Select(at => (cast.Accounts[0], at)));
        return await LatenessAsync(stage, cast.Accounts[0].RemoteId, due);
    }

    private static async Task<IReadOnlyList<double>> LoadedAsync(Stage stage, Cast cast, int count)
    {
        var from = await stage.SoonAsync();
        await cast.BurstAsync(500 / (cast.Accounts.Count - 1), from, account => account.Id != cast.Accounts[0].Id);
        // Sparse enough for one lane, and all of them while the others' burst is going out.
        var due = Enumerable.Range(0, count).Select(number => from + TimeSpan.FromMilliseconds(number % 10 * 150)).Distinct().ToList();
        await cast.DeliverAsync(due.Select(at => (cast.Accounts[0], at)));
        return await LatenessAsync(stage, cast.Accounts[0].RemoteId, due);
    }

    private static async Task<IReadOnlyList<double>> LatenessAsync(Stage stage, string account, List<DateTimeOffset> due)
    {
        await stage.Networks.ForgetAsync();
        using var app = await stage.StartAsync();
        await Clock.ReachAsync(due[^1]);
        await Stage.UntilAsync(async () => await stage.CountAsync(DeliveryState.Scheduled) == 0, TimeSpan.FromSeconds(60));
        await Clock.PassAsync(1);
        var arrived = (await stage.Networks.CallsAsync()).Where(call => call.IsCreate && call.Account == account).Select(call => call.ArrivedAt).Order().ToList();
        await app.TerminateAsync();
        return [.. arrived.Zip(due, (at, instant) => (at - instant).TotalMilliseconds)];
    }
}
