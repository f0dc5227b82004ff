using Microsoft.Extensions.DependencyInjection;
using Recruit.Api;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B11: everything at one instant, against a bare loop that posts the same number with the same concurrency.</summary>
public static class Burst
{
    private const int AccountsPerNetwork = 10;

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var perAccount = setting.IsShort ? 4 : 17;
        var count = perAccount * AccountsPerNetwork * Cast.AllNetworks.Count;
        foreach (var database in setting.Databases)
        {
            var (rates, ratios) = (new List<double>(), new List<double>());
            var tally = new Tally(0, 0, 0, 0);
            for (var run = 1; run <= setting.RunsOr(5, 1); run++)
            {
                await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, AccountsPerNetwork);
                var before = await BareLoop.RateAsync(stage.Networks, AccountsPerNetwork * 3, perAccount);
                var (rate, one) = await RateAsync(stage, cast, perAccount);
                var after = await BareLoop.RateAsync(stage.Networks, AccountsPerNetwork * 3, perAccount);
                rates.Add(rate);
                ratios.Add(rate / ((before + after) / 2));
                tally += one;
                Report.Say($"{database}, {run}: {rate:0} posts/s, bare loop {before:0} and {after:0}, {one}");
            }

            var (commits, statements) = await CostAsync(database);
            using var reading = await ReadAsync(database);
            report.Add(database, $"{count} deliveries at one instant", Figures.Spread(rates, "posts/s"));
            report.Add(database, "of the bare loop's rate", Figures.Spread(ratios, "x"), "at least 0.6 x", Figures.Median(ratios) >= 0.6);
            report.Add(database, "commits for each delivery", Figures.Text(commits), "at most 3", commits <= 3.05);
            report.Add(database, "statements for each delivery", Figures.Text(statements), "at most 8", statements <= 8);
            Tell("pages read during a burst", reading.Times, 500);
            Tell("the deliveries page, from request to rows, during a burst", reading.Opened, 2000);
            report.Add(database, "pages refused during a burst", reading.Refused, 0);
            report.Add(database, "lost, doubled, wrong, unsettled", tally.Lost + tally.Doubled + tally.Wrong + tally.Unsettled, 0);

            void Tell(string what, IReadOnlyList<double> times, double most)
            {
                report.Add(database, $"{what}, p50 of {times.Count}", Figures.Text(Figures.Median(times), "ms"));
                report.Add(database, $"{what}, p95", Figures.Text(Figures.Quantile(times, 0.95), "ms"), $"at most {most} ms", Figures.Quantile(times, 0.95) <= most);
            }
        }

        // A run of its own: people who read take time from the burst too.
        async Task<Visitors> ReadAsync(string database)
        {
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
            var cast = await Cast.EnterAsync(stage, AccountsPerNetwork);
            var key = await stage.Services.GetRequiredService<MakeApiKey>().RunAsOperatorAsync(cast.Hr.Email!, "burst");
            var dueAt = await stage.SoonAsync();
            await cast.BurstAsync(perAccount, dueAt);
            using var app = await stage.StartAsync();
            var visitors = new Visitors(app.Address, key, await SignedIn.AsAsync(cast.Recruiter, stage, app.Address));
            using var end = new CancellationTokenSource();
            await Clock.ReachAsync(dueAt);
            var reading = visitors.ReadAsync(end.Token);
            await Stage.UntilAsync(async () => (await stage.Networks.PostsAsync()).Count == count, TimeSpan.FromSeconds(120));
            await end.CancelAsync();
            await reading;
            return visitors;
        }

        // A run of its own: writing down every statement costs time.
        async Task<(double Commits, double Statements)> CostAsync(string database)
        {
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
            var cast = await Cast.EnterAsync(stage, AccountsPerNetwork);
            var dueAt = await stage.SoonAsync();
            await cast.BurstAsync(perAccount, dueAt);
            using var app = await stage.StartAsync(
                ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Update", "Debug"));
            await Clock.ReachAsync(dueAt - TimeSpan.FromSeconds(1));
            var (commits, statements) = (app.Count("SaveChanges completed"), app.Count("Executed DbCommand"));
            await Stage.UntilAsync(async () => (await stage.Networks.PostsAsync()).Count == count, TimeSpan.FromSeconds(60));
            await Clock.PassAsync(1);
            return ((app.Count("SaveChanges completed") - commits) / (double)count, (app.Count("Executed DbCommand") - statements) / (double)count);
        }
    }

    /// <summary>Posts in a second from the due instant to the last arrival.</summary>
    public static async Task<(double Rate, Tally Tally)> RateAsync(Stage stage, Cast cast, int perAccount)
    {
        await stage.Networks.ForgetAsync();
        var dueAt = await stage.SoonAsync();
        var deliveries = await cast.BurstAsync(perAccount, dueAt);
        var ids = deliveries.Select(delivery => delivery.Id).ToList();
        using var app = await stage.StartAsync();
        // Telling of all posts costs the networks time that the bare loop keeps for itself, so they are asked rarely.
        await Clock.ReachAsync(dueAt);
        await Stage.UntilAsync(async () => (await stage.Networks.PostsAsync()).Count >= deliveries.Count, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(1));
        await Clock.PassAsync(1);
        var posts = await stage.Networks.PostsAsync();
        var seconds = (posts.Max(post => post.ReceivedAt) - dueAt).TotalSeconds;
        var tally = Tally.Of(await stage.DeliveriesAsync(ids), posts);
        await app.TerminateAsync();
        return (deliveries.Count / seconds, tally);
    }
}
