namespace Recruit.Benchmarks.Verbs;

/// <summary>B9: memory at rest with 1,000 vacancies, and after a day's work in fast motion, against the Blazor template.</summary>
public static class Footprint
{
    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        using var template = new TemplateApp();
        await template.BuildAsync();
        var rest = setting.IsShort ? 5 : 30;
        foreach (var database in setting.Databases)
        {
            var (reference, idle, after) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 1; run <= setting.RunsOr(5, 1); run++)
            {
                reference.Add((await template.MeasureAsync(rest)).Memory);
                await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
                var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 3);
                await cast.OpenVacanciesAsync(setting.IsShort ? 100 : 1000);
                idle.Add((await TemplateApp.MeasureAsync(typeof(RecruitApp).Assembly.Location, "/jobs", stage.Settings, rest)).Memory);

                // A day of a large hospital: 300 posts, and 5,000 looks at the public pages.
                await cast.BurstAsync(setting.IsShort ? 3 : 33, Clock.Now);
                after.Add((await TemplateApp.MeasureAsync(typeof(RecruitApp).Assembly.Location, "/jobs", stage.Settings, rest, (address, _) => LiveADayAsync(stage, address, setting.IsShort ? 200 : 5000))).Memory);
                reference.Add((await template.MeasureAsync(rest)).Memory);
                Report.Say($"{database}, {run}: idle {idle[^1]:0} MiB, after a day {after[^1]:0} MiB, template {reference[^1]:0} MiB");
            }

            report.Add(database, "Blazor template", Figures.Spread(reference, "MiB"));
            report.Add(database, "idle with 1,000 vacancies", Figures.Spread(idle, "MiB"), "at most 180 MiB", Figures.Median(idle) <= 180);
            report.Add(database, "after a day", Figures.Spread(after, "MiB"), "at most 250 MiB", Figures.Median(after) <= 250);
            report.Add(database, "idle against the template", Figures.Text(Figures.Median(idle) / Figures.Median(reference), "x"));
        }
    }

    private static async Task LiveADayAsync(Stage stage, Uri address, int looks)
    {
        using var http = new HttpClient { BaseAddress = address };
        await Parallel.ForEachAsync(Enumerable.Range(1, looks), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, ct) =>
        {
            using var answer = await http.GetAsync(new Uri(number % 3 == 0 ? "/jobs" : $"/jobs/nurse-{number % 100}", UriKind.Relative), ct);
        });
        await Stage.UntilAsync(async () => await stage.CountAsync(Deliveries.DeliveryState.Scheduled) == 0, TimeSpan.FromSeconds(120));
    }
}
