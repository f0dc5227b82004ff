using System.Diagnostics;

namespace Recruit.Benchmarks.Verbs;

/// <summary>B14: the process that schedules, or the database below it, dies right after an acknowledgement.</summary>
public static class Durable
{
    /// <summary>Told to the second process that schedules and dies.</summary>
    public const string Child = "schedule-for-ever";

    public static async Task RunAsync(Setting setting, Servers servers, Report report)
    {
        var random = new Random(setting.Seed);
        var kills = setting.RunsOr(40, 3);
        foreach (var database in setting.Databases)
        {
            await using var stage = await servers.StageAsync(database, null);
            await Cast.EnterAsync(stage, accountsPerNetwork: 1);
            var acknowledged = new List<Guid>();
            for (var kill = 1; kill <= kills; kill++)
                acknowledged.AddRange(await KilledAfterAsync(stage, random.Next(1, 10)));
            report.Add(database, $"{kills} kills of the scheduler, {acknowledged.Count} acknowledged: missing", await MissingAsync(stage, acknowledged), 0);
            if (database != "postgres")
                continue;

            acknowledged.Clear();
            var cast = await Cast.AgainAsync(stage);
            for (var kill = 1; kill <= kills; kill++)
            {
                acknowledged.AddRange((await cast.DeliverAsync([(cast.Accounts[0], Clock.Now.AddDays(1))])).Select(delivery => delivery.Id));
                await (await servers.PostgresAsync()).KillAsync();
                await (await servers.PostgresAsync()).StartAgainAsync();
                Npgsql.NpgsqlConnection.ClearAllPools();
            }

            report.Add(database, $"{kills} kills of PostgreSQL right after an acknowledgement: missing", await MissingAsync(stage, acknowledged), 0);
        }
    }

    /// <summary>Schedules one after the other and tells each one that is committed, until it is killed.</summary>
    public static async Task<int> ScheduleForEverAsync(string[] settings)
    {
        await using var stage = Stage.Borrow(settings);
        var cast = await Cast.AgainAsync(stage);
        while (true)
        {
            var delivery = (await cast.DeliverAsync([(cast.Accounts[0], Clock.Now.AddDays(1))]))[0];
            Console.WriteLine(delivery.Id);
        }
    }

    private static async Task<List<Guid>> KilledAfterAsync(Stage stage, int count)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Durable).Assembly.Location, Child, .. stage.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]) { RedirectStandardOutput = true })!;
        var told = new List<Guid>();
        while (told.Count < count && await process.StandardOutput.ReadLineAsync() is { } line)
            if (Guid.TryParse(line, out var id))
                told.Add(id);
        process.Kill();
        await process.WaitForExitAsync();
        // What it told in its last moment counts too.
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (Guid.TryParse(line, out var id))
                told.Add(id);
        return told;
    }

    private static async Task<int> MissingAsync(Stage stage, List<Guid> acknowledged) =>
        acknowledged.Except((await stage.DeliveriesAsync(acknowledged)).Where(delivery => delivery.NextAt is not null).Select(delivery => delivery.Id)).Count();
}
