using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Scheduling;

public class ScheduleTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    [Fact]
    public async Task Every_clock_job_is_on_the_schedule_except_the_lanes()
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var scheduled = new List<Type>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup()))
            scheduled.Add((await scheduler.GetJobDetail((await scheduler.GetTrigger(key))!.JobKey))!.JobType.Type);

        var jobs = typeof(RecruitApp).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IJob)));

        jobs.Except(scheduled).ShouldBe([typeof(LaneJob)]);
    }
}
