using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B3: how long after its due instant a call arrives at the network, against a bare timer.</summary>
public static class Punctual
{
    private static readonly TimeSpan Opening = TimeSpan.FromMilliseconds(300);

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var (count, pages, rest) = setting.IsShort ? (5, 20, TimeSpan.FromSeconds(40)) : (30, 200, TimeSpan.FromMinutes(10));
        foreach (var database in setting.Databases)
        {
            var (timer, idle, loaded, watched, rested) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var run = 1; run <= setting.RunsOr(5, 1); run++)
            {
                await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 10);
                timer.AddRange(await BareLoop.LatenessAsync(stage.Networks, 10, TimeSpan.FromMilliseconds(300)));
                idle.AddRange(await IdleAsync(stage, cast, count));
                loaded.AddRange(await LoadedAsync(stage, cast, count));
                watched.AddRange(await WatchedAsync(stage, cast, count, pages));
                if (run == 1)
                    rested.AddRange(await RestedAsync(stage, cast, rest));
                timer.AddRange(await BareLoop.LatenessAsync(stage.Networks, 10, TimeSpan.FromMilliseconds(300)));
                Report.Say($"{database}, {run}: idle p50 {Figures.Median(idle):0.0} ms, loaded p99 {Figures.Quantile(loaded, 0.99):0} ms, watched p99 {Figures.Quantile(watched, 0.99):0} ms, bare timer p50 {Figures.Median(timer):0.0} ms");
            }

            report.Add(database, "bare timer and POST, p50", Figures.Text(Figures.Median(timer), "ms"));
            report.Add(database, "idle, p50 against the bare timer", Figures.Text(Figures.Median(idle) / Figures.Median(timer), "x"));
            Tell("idle", idle, 25, 150);
            Tell("during a burst of others", loaded, null, 1000);
            Tell($"with {pages} open admin pages", watched, null, 1000);
            Tell($"the first after {rest.TotalMinutes:0.#} idle minutes", rested, null, 150);
            report.Add(database, "before the due instant", idle.Concat(loaded).Concat(watched).Concat(rested).Count(late => late < 0), 0);

            void Tell(string when, List<double> late, double? half, double most)
            {
                report.Add(database, $"{when}, p50 after due", Figures.Text(Figures.Median(late), "ms"), half is null ? "" : $"at most {half} ms", half is null ? null : Figures.Median(late) <= half);
                report.Add(database, $"{when}, p99 of {late.Count}", Figures.Text(Figures.Quantile(late, 0.99), "ms"), $"at most {most} ms", Figures.Quantile(late, 0.99) <= most);
            }
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

    private static async Task<IReadOnlyList<double>> WatchedAsync(Stage stage, Cast cast, int count, int pages)
    {
        var from = await stage.SoonAsync() + (Opening * pages);
        var due = Enumerable.Range(0, count).Select(number => from + TimeSpan.FromSeconds(number * 2)).ToList();
        await cast.DeliverAsync(due.Select(at => (cast.Accounts[0], at)));
        return await LatenessAsync(stage, cast.Accounts[0].RemoteId, due, app => Audience.OpenAsync(stage, cast, app.Address, pages));
    }

    private static async Task<IReadOnlyList<double>> RestedAsync(Stage stage, Cast cast, TimeSpan rest)
    {
        List<DateTimeOffset> due = [await stage.SoonAsync() + rest];
        Report.Say($"rests until {due[0]:HH:mm:ss}");
        await cast.DeliverAsync([(cast.Accounts[0], due[0])]);
        return await LatenessAsync(stage, cast.Accounts[0].RemoteId, due);
    }

    private static async Task<IReadOnlyList<double>> LatenessAsync(Stage stage, string account, List<DateTimeOffset> due, Func<RecruitProcess, Task<Audience>>? open = null)
    {
        await stage.Networks.ForgetAsync();
        using var app = await stage.StartAsync();
        await using var audience = open is null ? null : await open(app);
        if (open is not null && Clock.Now > due[0])
            throw new InvalidOperationException($"The pages were open only {(Clock.Now - due[0]).TotalSeconds:0} s after the first was due.");
        await Clock.ReachAsync(due[^1]);
        await Stage.UntilAsync(async () => await stage.CountAsync(DeliveryState.Scheduled) == 0, TimeSpan.FromSeconds(60));
        await Clock.PassAsync(1);
        audience?.AllShouldBeOpen();
        var arrived = (await stage.Networks.CallsAsync()).Where(call => call.IsCreate && call.Account == account).Select(call => call.ArrivedAt).Order().ToList();
        await app.TerminateAsync();
        return [.. arrived.Zip(due, (at, instant) => (at - instant).TotalMilliseconds)];
    }
}
