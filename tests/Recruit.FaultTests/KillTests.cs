using Recruit.Deliveries;
using Recruit.FaultTests.Support;
using Xunit.Abstractions;

namespace Recruit.FaultTests;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int PerAccount = 25;

    [Theory]
    [InlineData(Base.Embedded)]
    [InlineData(Base.Postgres)]
    public async Task Killed_during_a_burst_and_started_again_every_post_stands_once(Base on)
    {
        var random = Seed.Next(output);
        await using var scene = await Scene.SetAsync(on, accountsPerNetwork: 1, answer: 100);
        var deliveries = await scene.Cast.BurstAsync(PerAccount, TimeProvider.System.GetUtcNow());

        var killAt = random.Next(1, PerAccount * 3 - 10);
        using (var first = await scene.Stage.StartAsync())
        {
            await scene.PostedAsync(killAt);
            await first.KillAsync();
        }

        var open = await scene.Stage.CountAsync(DeliveryState.Sending);
        output.WriteLine($"Killed after {killAt} posts with {open} sends on their way.");
        using var second = await scene.Stage.StartAsync();
        await scene.SettledAsync(deliveries);

        await scene.StandsOnceAsync(deliveries);
        var looked = (await scene.Stage.AttemptsAsync([.. deliveries.Select(delivery => delivery.Id)])).Where(attempt => attempt.Kind == AttemptKind.Look);
        looked.Select(attempt => attempt.DeliveryId).Distinct().Count().ShouldBeLessThanOrEqualTo(open);
    }

    [Theory]
    [InlineData(Base.Embedded)]
    [InlineData(Base.Postgres)]
    public async Task Told_to_stop_it_hears_out_what_is_on_its_way(Base on)
    {
        var random = Seed.Next(output);
        await using var scene = await Scene.SetAsync(on, accountsPerNetwork: 1, answer: 300);
        var deliveries = await scene.Cast.BurstAsync(10, TimeProvider.System.GetUtcNow());
        using (var first = await scene.Stage.StartAsync())
        {
            await scene.PostedAsync(random.Next(1, 15));
            await first.TerminateAsync();
        }

        (await scene.Stage.CountAsync(DeliveryState.Sending)).ShouldBe(0);
        (await scene.Stage.CountAsync(DeliveryState.Uncertain)).ShouldBe(0);
        using var second = await scene.Stage.StartAsync();
        await scene.SettledAsync(deliveries);
        await scene.StandsOnceAsync(deliveries);
    }
}
