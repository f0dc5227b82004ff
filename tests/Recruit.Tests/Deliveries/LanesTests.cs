using Quartz;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class LanesTests : SendingTest
{
    [Fact]
    public async Task A_lane_wakes_when_its_earliest_delivery_is_due()
    {
        await SaveAsync(A.Delivery(Account, Facility, DeliveryState.Scheduled));

        await The<Lanes>().ArmAsync(Account.Id);

        (await WakingAsync())!.StartTimeUtc.ShouldBe(A.Now.AddHours(1));
    }

    [Fact]
    public async Task A_lane_without_work_sleeps()
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Scheduled);
        await SaveAsync(delivery);
        await The<Lanes>().ArmAsync(Account.Id);

        await The<ChangeDelivery>().TakeDownAsync(delivery.Id, "By Hana.", Hana.Id);

        (await WakingAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task At_start_every_lane_with_work_is_armed()
    {
        await ScheduleAsync();

        await The<Lanes>().ArmAllAsync(onlyOverdue: false, CancellationToken.None);

        (await WakingAsync()).ShouldNotBeNull();
    }

    private async Task<ITrigger?> WakingAsync()
    {
        var scheduler = await The<ISchedulerFactory>().GetScheduler();
        return await scheduler.GetTrigger(new TriggerKey(Account.Id.ToString(), LaneJob.Group));
    }
}
