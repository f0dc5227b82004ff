using Microsoft.Data.Sqlite;
using Recruit.Deliveries;
using Recruit.FaultTests.Support;
using Xunit.Abstractions;

namespace Recruit.FaultTests;

public sealed class DatabaseTroubleTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_database_server_is_killed_during_a_burst()
    {
        var random = Seed.Next(output);
        await using var scene = await Scene.SetAsync(Base.Postgres, accountsPerNetwork: 1, answer: 100, ownServer: true);
        var deliveries = await scene.Cast.BurstAsync(20, TimeProvider.System.GetUtcNow());
        using var app = await scene.Stage.StartAsync();
        await scene.PostedAsync(random.Next(1, 45));

        await scene.Server.KillAsync();
        await Clock.PassAsync(1);
        await scene.Server.StartAgainAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
        // The answers that came while the database was away were kept, so nothing had to be looked for.
        (await scene.Stage.AttemptsAsync([.. deliveries.Select(delivery => delivery.Id)])).ShouldNotContain(attempt => attempt.Kind == AttemptKind.Look);
    }

    [Fact]
    public async Task Somebody_holds_the_database_file_for_longer_than_anybody_waits()
    {
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 1, answer: 100);
        var deliveries = await scene.Cast.BurstAsync(10, TimeProvider.System.GetUtcNow());
        using var app = await scene.Stage.StartAsync();
        await scene.PostedAsync(5);

        await using (var other = new SqliteConnection($"Data Source={scene.Stage.DatabaseFile}"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();
            await Clock.PassAsync(8);
        }

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
    }

    [SmallDiskFact]
    public async Task The_disk_is_full_when_the_answers_come()
    {
        using var disk = SmallDisk.Mount(megabytes: 16)!;
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 1, answer: 100, settings: new Dictionary<string, string>
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(disk.Folder, "recruit.db")}",
        });
        var deliveries = await scene.Cast.BurstAsync(10, TimeProvider.System.GetUtcNow());
        using var app = await scene.Stage.StartAsync();
        await scene.PostedAsync(5);

        disk.Fill();
        await Clock.PassAsync(4);
        disk.MakeRoom();

        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
    }
}
