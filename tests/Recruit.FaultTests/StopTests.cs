using Recruit.Deliveries;
using Recruit.FaultTests.Support;

namespace Recruit.FaultTests;

/// <summary>Told to stop while a network is slow.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData(Base.Embedded)]
    [InlineData(Base.Postgres)]
    public async Task A_slow_answer_is_heard_out_and_nothing_new_leaves(Base on)
    {
        await using var scene = await Scene.SetAsync(on, accountsPerNetwork: 1, answer: 2500);
        var deliveries = await scene.Cast.BurstAsync(2, TimeProvider.System.GetUtcNow());
        using (var program = await scene.Stage.StartAsync())
        {
            (await Stage.UntilAsync(async () => await scene.Stage.CountAsync(DeliveryState.Sending) == 3, TimeSpan.FromSeconds(60))).ShouldBeTrue();
            (await program.TerminateAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(15));
        }

        var ids = deliveries.Select(delivery => delivery.Id).ToList();
        (await scene.Stage.DeliveriesAsync(ids)).Select(delivery => delivery.State).Order()
            .ShouldBe(Enumerable.Repeat(DeliveryState.Scheduled, 3).Concat(Enumerable.Repeat(DeliveryState.Published, 3)));
        (await scene.Stage.AttemptsAsync(ids)).Count.ShouldBe(3);
    }
}
