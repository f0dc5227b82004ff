using Recruit.Deliveries;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B10: from the process's start to the first page and to the first overdue delivery, against the Blazor template.</summary>
public static class Begin
{
    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        using var template = new TemplateApp();
        await template.BuildAsync();
        foreach (var database in setting.Databases)
        {
            var (reference, pages, firsts, ratios) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            await using var stage = await servers.StageAsync(database, null, "--answer", "50", "--x-posts", "100000");
            var cast = await Cast.EnterAsync(stage, accountsPerNetwork: 3);
            await cast.OpenVacanciesAsync(setting.IsShort ? 100 : 1000);
            for (var run = 1; run <= setting.RunsOr(5, 2); run++)
            {
                var before = (await template.MeasureAsync(0)).Seconds;
                await cast.BurstAsync(1, Clock.Now - TimeSpan.FromMinutes(1));
                await stage.Networks.ForgetAsync();
                var started = Clock.Now;
                var (page, _) = await TemplateApp.MeasureAsync(typeof(RecruitApp).Assembly.Location, "/jobs", stage.Settings, 0,
                    (_, _) => Stage.UntilAsync(async () => await stage.CountAsync(DeliveryState.Scheduled) + await stage.CountAsync(DeliveryState.Sending) == 0, TimeSpan.FromSeconds(30)));
                var first = ((await stage.Networks.CallsAsync()).Where(call => call.IsCreate).Min(call => call.ArrivedAt) - started).TotalSeconds;
                var after = (await template.MeasureAsync(0)).Seconds;
                reference.AddRange([before, after]);
                pages.Add(page);
                firsts.Add(first - page);
                ratios.Add(page / ((before + after) / 2));
                Report.Say($"{database}, {run}: first page {page:0.00} s, first overdue call {first:0.00} s, template {before:0.00} and {after:0.00} s");
            }

            report.Add(database, "Blazor template, start to first page", Figures.Spread(reference, "s"));
            report.Add(database, "start to first page", Figures.Spread(pages, "s"));
            report.Add(database, "against the template", Figures.Spread(ratios, "x"), "at most 2 x", Figures.Median(ratios) <= 2);
            report.Add(database, "first overdue call after the first page", Figures.Spread(firsts, "s"), "at most 2 s", Figures.Median(firsts) <= 2);
        }
    }
}
