using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B5: more deliveries than a window takes, against the fewest windows that could do it.</summary>
public static class Limits
{
    private const int PerWindow = 100;

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var count = setting.IsShort ? 110 : 250;
        foreach (var database in setting.Databases)
            for (var run = 1; run <= setting.RunsOr(1, 1); run++)
            {
                await WindowsAsync(database, "x", 15, count);
                await SilentAsync(database);
                // Facebook tells the wait in whole minutes.
                await WindowsAsync(database, "facebook", 60, setting.IsShort ? 110 : 150);
            }

        async Task WindowsAsync(string database, string network, int seconds, int wanted)
        {
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", $"{PerWindow}", "--x-window", $"{seconds}", "--facebook-calls", $"{PerWindow}", "--facebook-window", $"{seconds}");
            var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 1, [network]);
            var deliveries = await cast.BurstAsync(wanted, Clock.Now);
            using var app = await stage.StartAsync();
            var windows = (int)Math.Ceiling(wanted / (double)PerWindow);
            await Stage.UntilAsync(async () => (await stage.Networks.PostsAsync()).Count >= wanted, TimeSpan.FromSeconds(seconds * (windows + 2) + 60));
            await Clock.PassAsync(1);

            var calls = (await stage.Networks.CallsAsync()).Where(call => call.IsCreate).OrderBy(call => call.ArrivedAt).ToList();
            var refused = calls.Count(call => call.Status is 429 or 400);
            var pace = calls.Take(PerWindow).Select(call => call.ArrivedAt).ToList();
            var each = (pace[^1] - pace[0]).TotalSeconds / (pace.Count - 1);
            var optimum = (windows - 1) * seconds + (wanted - (windows - 1) * PerWindow - 1) * each;
            var total = (calls[^1].ArrivedAt - calls[0].ArrivedAt).TotalSeconds;
            // A window opens with its first call; X tells its end rounded up to a second.
            var starts = new List<DateTimeOffset> { calls[0].ArrivedAt };
            foreach (var call in calls)
                if ((call.ArrivedAt - starts[^1]).TotalSeconds >= seconds)
                    starts.Add(call.ArrivedAt);
            var waits = starts.Zip(starts.Skip(1), (from, to) => (to - from).TotalSeconds - seconds).ToList();
            var tally = Tally.Of(await stage.DeliveriesAsync([.. deliveries.Select(delivery => delivery.Id)]), await stage.Networks.PostsAsync());

            Report.Say($"{database}, {network}: {total:0.0} s of {optimum:0.0} s at best, {refused} refused, {tally}");
            report.Add(database, $"{network}, {PerWindow} in {seconds} s, {wanted} deliveries: lost, doubled, wrong, unsettled", tally.Lost + tally.Doubled + tally.Wrong + tally.Unsettled, 0);
            report.Add(database, $"{network}: refused for the limit", refused, 2 * (windows - 1));
            report.Add(database, $"{network}: first call after the window's end", Figures.Spread(waits, "s"), "at most 2 s (1 s, and the rounding of what X tells)", waits.Count > 0 && waits.TrueForAll(wait => wait <= 2));
            report.Add(database, $"{network}: beyond the optimum of {Figures.Text(optimum, "s")}", Figures.Text(total - optimum, "s"), "at most 1 s a window", total - optimum <= windows);
        }

        async Task SilentAsync(string database)
        {
            await using var stage = await servers.StageAsync(database, null, "--answer", "50");
            var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 1, ["linkedin"]);
            await stage.Networks.TroubleAsync("linkedin", "rate-limit");
            var deliveries = await cast.BurstAsync(10, Clock.Now);
            using var app = await stage.StartAsync();
            await Clock.PassAsync(15);
            var calls = (await stage.Networks.CallsAsync()).Count(call => call.IsCreate);
            await using var db = await stage.Databases.CreateDbContextAsync();
            var until = (await db.Accounts.AsNoTracking().SingleAsync()).WaitUntil;
            report.Add(database, "linkedin, 429 that tells no time: calls in the next 15 s", calls, 2);
            report.Add(database, "linkedin: rests until", $"{until:HH:mm:ss} UTC");
            report.Add(database, "linkedin: waiting, nothing burnt", $"{(await stage.DeliveriesAsync([.. deliveries.Select(delivery => delivery.Id)])).Count(delivery => delivery.NextAt is not null)} of 10");
        }
    }
}
