using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B10: from the process's start to the first page and to the first overdue delivery, against the Blazor template; up to date, and with a migration to make.</summary>
public static class Begin
{
    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        using var template = new TemplateApp();
        await template.BuildAsync();
        var vacancies = setting.IsShort ? 100 : 100_000;
        foreach (var database in setting.Databases)
        {
            var reference = new List<double>();
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
            var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 3);
            await cast.OpenVacanciesAsync(vacancies);
            var (ready, pending) = (new Starts(), new Starts());
            for (var run = 1; run <= setting.RunsOr(5, 2); run++)
            {
                await MeasureAsync(ready, "up to date");
                await MeasureAsync(pending, "one migration behind");
            }

            report.Add(database, "Blazor template, start to first page", Figures.Spread(reference, "s"));
            Tell(ready, $"{vacancies} vacancies");
            Tell(pending, $"{vacancies} vacancies and a migration to make");

            async Task MeasureAsync(Starts starts, string what)
            {
                var before = (await template.MeasureAsync(0)).Seconds;
                await cast.BurstAsync(1, Clock.Now - TimeSpan.FromMinutes(1));
                await stage.Networks.ForgetAsync();
                if (ReferenceEquals(starts, pending))
                    await stage.StepBackAsync();
                var started = Clock.Now;
                var (page, _) = await TemplateApp.MeasureAsync(typeof(RecruitApp).Assembly.Location, "/jobs", stage.Settings, 0,
                    (_, _) => Stage.UntilAsync(async () => await stage.CountAsync(DeliveryState.Scheduled) + await stage.CountAsync(DeliveryState.Sending) == 0, TimeSpan.FromSeconds(30)));
                var first = ((await stage.Networks.CallsAsync()).Where(call => call.IsCreate).Min(call => call.ArrivedAt) - started).TotalSeconds;
                var after = (await template.MeasureAsync(0)).Seconds;
                reference.AddRange([before, after]);
                starts.Pages.Add(page);
                starts.Firsts.Add(first - page);
                starts.Ratios.Add(page / ((before + after) / 2));
                Report.Say($"{database}, {what}: first page {page:0.00} s, first overdue call {first:0.00} s, template {before:0.00} and {after:0.00} s");
            }

            void Tell(Starts starts, string with)
            {
                report.Add(database, $"start to first page, {with}", Figures.Spread(starts.Pages, "s"));
                report.Add(database, "against the template", Figures.Spread(starts.Ratios, "x"), "at most 2 x", Figures.Median(starts.Ratios) <= 2);
                report.Add(database, "first overdue call after the first page", Figures.Spread(starts.Firsts, "s"), "at most 2 s", Figures.Median(starts.Firsts) <= 2);
            }
        }
    }

    /// <summary>Seconds from the process's start, and as a multiple of the template's.</summary>
    private sealed record Starts
    {
        public List<double> Pages { get; } = [];
        public List<double> Firsts { get; } = [];
        public List<double> Ratios { get; } = [];
    }
}
