using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B16: punctuality, bursts and start on a database with years of history, against the same on a fresh one.</summary>
public static class Scale
{
    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var (past, vacancies, accounts) = setting.IsShort ? (20_000, 1_000, 10) : (1_000_000, 100_000, 333);
        foreach (var database in setting.Databases)
        {
            var fresh = await MeasureAsync(database, null);
            var full = await MeasureAsync(database, async (stage, cast) =>
            {
                await cast.OpenVacanciesAsync(vacancies);
                await cast.RememberAsync(past);
                Report.Say($"{database}: {past} past deliveries and {vacancies} vacancies are stored");
            });
            var again = await MeasureAsync(database, null);

            report.Add(database, $"history: {past} deliveries, {vacancies} vacancies, {accounts * 3} accounts", "");
            Compare("idle, p50 after due", "ms", one => one.Idle, 1.2);
            Compare("burst, time for each post", "ms", one => 1000 / one.Rate, 1.2);
            Compare("start to ready", "s", one => one.Start, 2);

            void Compare(string what, string unit, Func<(double Idle, double Rate, double Start), double> figure, double most)
            {
                var ratio = figure(full) / ((figure(fresh) + figure(again)) / 2);
                report.Add(database, $"{what}: fresh, with history, fresh again", $"{Figures.Text(figure(fresh))}, {Figures.Text(figure(full))}, {Figures.Text(figure(again))} {unit}");
                report.Add(database, $"{what}: ratio", Figures.Text(ratio, "x"), $"at most {Figures.Text(most)} x", ratio <= most);
            }
        }

        async Task<(double Idle, double Rate, double Start)> MeasureAsync(string database, Func<Stage, Cast, Task>? fill)
        {
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
            var cast = await Cast.EnterAsync(stage, fill is null ? 10 : accounts);
            if (fill is not null)
                await fill(stage, cast);
            var busy = cast.Accounts.GroupBy(account => account.Channel).SelectMany(group => group.Take(10)).Select(account => account.Id).ToHashSet();

            var started = Clock.Now;
            double start;
            using (var app = await stage.StartAsync())
            {
                start = (app.ReadyAt - started).TotalSeconds;
                await app.TerminateAsync();
            }

            var idle = await Punctual.IdleAsync(stage, cast, setting.IsShort ? 5 : 20);
            await stage.Networks.ForgetAsync();
            var dueAt = await stage.SoonAsync();
            var burst = await cast.BurstAsync(setting.IsShort ? 4 : 17, dueAt, account => busy.Contains(account.Id));
            using var again = await stage.StartAsync();
            await Clock.ReachAsync(dueAt);
            await Stage.UntilAsync(async () => await stage.CountAsync(DeliveryState.Scheduled) == 0, TimeSpan.FromSeconds(120));
            await Clock.PassAsync(1);
            var last = (await stage.Networks.PostsAsync()).Max(post => post.ReceivedAt);
            await again.TerminateAsync();
            return (Figures.Median(idle), burst.Count / (last - dueAt).TotalSeconds, start);
        }
    }
}
