namespace Recruit.Benchmarks.Verbs;

/// <summary>B4: account A hangs, B is throttled for a minute, and C must not feel it.</summary>
public static class Isolation
{
    private const string Hanging = "100001", Throttled = "100002", Normal = "100003";

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var count = setting.IsShort ? 10 : 50;
        foreach (var database in setting.Databases)
        {
            var (ratios, alone, together) = (new List<double>(), new List<double>(), new List<double>());
            var (inFlight, refusals) = (0, 0);
            for (var run = 1; run <= setting.RunsOr(5, 1); run++)
            {
                var before = await MeasureAsync(database, withOthers: false);
                var among = await MeasureAsync(database, withOthers: true);
                var after = await MeasureAsync(database, withOthers: false);
                alone.AddRange([before.P99, after.P99]);
                together.Add(among.P99);
                ratios.Add(among.P99 / ((before.P99 + after.P99) / 2));
                inFlight = Math.Max(inFlight, among.InFlight);
                refusals = Math.Max(refusals, among.Refusals);
                Report.Say($"{database}, {run}: C alone {before.P99:0} and {after.P99:0} ms, beside the others {among.P99:0} ms");
            }

            report.Add(database, $"C alone, p99 of {count}", Figures.Spread(alone, "ms"));
            report.Add(database, "C beside a hanging and a throttled account, p99", Figures.Spread(together, "ms"));
            report.Add(database, "ratio", Figures.Spread(ratios, "x"), "at most 1.2 x", Figures.Median(ratios) <= 1.2);
            report.Add(database, "calls in flight for the hanging account", inFlight, 1);
            report.Add(database, "calls of the throttled account", refusals, 2);
        }

        async Task<(double P99, int InFlight, int Refusals)> MeasureAsync(string database, bool withOthers)
        {
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
            var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 3, ["x"]);
            await stage.Networks.TroubleAsync("x", "hang", Hanging);
            await stage.Networks.TroubleAsync("x", "rate-limit", Throttled, seconds: 60);
            var dueAt = await stage.SoonAsync();
            await cast.BurstAsync(count, dueAt, account => withOthers || account.RemoteId == Normal);
            using var app = await stage.StartAsync();
            await Clock.ReachAsync(dueAt);
            await Stage.UntilAsync(async () => (await stage.Networks.PostsAsync()).Count(post => post.Account == Normal) >= count, TimeSpan.FromSeconds(60));
            await app.KillAsync();
            await Clock.PassAsync(0.5);
            var calls = (await stage.Networks.CallsAsync()).Where(call => call.IsCreate).ToList();
            var hanging = calls.Where(call => call.Account == Hanging).ToList();
            return (
                Figures.Quantile(calls.Where(call => call.Account == Normal).Select(call => (call.ArrivedAt - dueAt).TotalMilliseconds), 0.99),
                hanging.Select(call => hanging.Count(other => other.ArrivedAt <= call.ArrivedAt && other.EndedAt > call.ArrivedAt)).DefaultIfEmpty(0).Max(),
                calls.Count(call => call.Account == Throttled));
        }
    }
}
