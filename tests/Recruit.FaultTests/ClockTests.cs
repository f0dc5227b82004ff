using Recruit.Deliveries;
using Recruit.FaultTests.Support;

namespace Recruit.FaultTests;

/// <summary>
/// Somebody, or a time server, puts the machine's clock an hour forward or back below the running app. On the embedded database
/// alone: the library that fakes the clock also reaches into the waits of PostgreSQL's client, and breaks them.
/// </summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task After_a_step_forward_what_is_overdue_goes_and_what_is_not_waits()
    {
        using var clock = Clock();
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 1);
        var now = TimeProvider.System.GetUtcNow();
        var overdue = await scene.Cast.BurstAsync(2, now.AddMinutes(50));
        var later = await scene.Cast.BurstAsync(1, now.AddMinutes(90));

        using var app = await scene.Stage.StartAsync([.. clock.Settings]);
        clock.Step(Hour);
        await scene.SettledAsync(overdue);
        clock.Step(TimeSpan.Zero);
        await Rehearsal.Clock.PassAsync(15);

        await scene.StandsOnceAsync(overdue);
        await scene.SettledAsync(later, DeliveryState.Scheduled);
        (await scene.Stage.Networks.CallsAsync()).Count(call => call.IsCreate).ShouldBe(overdue.Count);
    }

    [Fact]
    public async Task After_a_step_back_nothing_goes_before_its_instant_and_all_of_it_at_it()
    {
        using var clock = Clock();
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 1);
        var soon = await scene.Stage.SoonAsync();
        var deliveries = await scene.Cast.BurstAsync(2, soon);

        using var app = await scene.Stage.StartAsync([.. clock.Settings]);
        clock.Step(-Hour);
        await Rehearsal.Clock.ReachAsync(soon.AddSeconds(15));
        await scene.SettledAsync(deliveries, DeliveryState.Scheduled);
        (await scene.Stage.Networks.CallsAsync()).Count(call => call.IsCreate).ShouldBe(0);

        // What comes new while the clock is behind goes at its instant, too.
        var behind = await scene.Cast.BurstAsync(1, TimeProvider.System.GetUtcNow() - Hour + TimeSpan.FromSeconds(5));
        await scene.SettledAsync(behind);
        clock.Step(TimeSpan.Zero);
        await scene.SettledAsync(deliveries);

        await scene.StandsOnceAsync([.. deliveries, .. behind]);
    }

    private static FakedClock Clock() => FakedClock.Find() ?? throw new InvalidOperationException("Please install libfaketime; tests/run.sh does.");
}
