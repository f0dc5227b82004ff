using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public sealed class DeliveryMetricsTests : SendingTest
{
    [Fact]
    public async Task The_first_request_tells_how_late_it_left_and_later_tries_do_not()
    {
        using var measured = new Measurements(The<IMeterFactory>());
        await ScheduleAsync();
        Network.Plan(new PublishResult.Unreachable("No route."));

        await RunLaneAfterAsync(TimeSpan.FromSeconds(3));
        await RunLaneAfterAsync(TimeSpan.FromSeconds(10));

        measured.Of("recruit.delivery.due_to_wire").ShouldHaveSingleItem().ShouldBe(("recruit.delivery.due_to_wire", 3, "network=x"));
        measured.Of("recruit.delivery.attempts").Select(one => one.Tags).ShouldBe(["kind=Send outcome=Unreachable", "kind=Send outcome=Published"]);
    }

    [Fact]
    public async Task What_waits_is_counted_and_its_age_told()
    {
        _ = The<DeliveryMetrics>();
        using var measured = new Measurements(The<IMeterFactory>());
        await ScheduleAsync();
        await ScheduleAsync("We hire a pharmacist.");
        Clock.Advance(TimeSpan.FromSeconds(40));

        measured.Gauge("recruit.lanes.waiting").ShouldBe(1);
        measured.Gauge("recruit.delivery.oldest_due_age").ShouldBe(40);

        await RunLaneAfterAsync(TimeSpan.FromSeconds(2));
        Clock.Advance(TimeSpan.FromSeconds(2));
        measured.Gauge("recruit.lanes.waiting").ShouldBe(0);
        measured.Gauge("recruit.delivery.oldest_due_age").ShouldBe(0);
    }

    [Fact]
    public async Task A_paused_account_is_not_late()
    {
        _ = The<DeliveryMetrics>();
        using var measured = new Measurements(The<IMeterFactory>());
        await ScheduleAsync();
        await using (var db = Db.CreateDbContext())
        {
            (await db.Accounts.SingleAsync()).Pause("A new logo comes.");
            await db.SaveChangesAsync();
        }

        Clock.Advance(TimeSpan.FromSeconds(40));

        measured.Gauge("recruit.lanes.waiting").ShouldBe(0);
    }

    [Fact]
    public async Task What_is_uncertain_is_counted()
    {
        _ = The<DeliveryMetrics>();
        using var measured = new Measurements(The<IMeterFactory>());
        await ScheduleAsync();
        Network.Plan(new PublishResult.NoAnswer("It hung."));

        await RunLaneAsync();

        measured.Gauge("recruit.delivery.uncertain").ShouldBe(1);
    }

    [Fact]
    public async Task A_trace_carries_ids_and_no_words()
    {
        var steps = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DeliveryMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = steps.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var delivery = await ScheduleAsync();

        await RunLaneAsync();

        var step = steps.Single(one => Equals(one.GetTagItem("recruit.delivery.id"), delivery.Id));
        step.OperationName.ShouldBe("publish");
        step.GetTagItem("recruit.account.id").ShouldBe(Account.Id);
        step.GetTagItem("recruit.outcome").ShouldBe("Published");
        step.TagObjects.ShouldNotContain(tag => $"{tag.Value}".Contains("nurse", StringComparison.Ordinal) || $"{tag.Value}".Contains("secret", StringComparison.Ordinal));
    }
}
