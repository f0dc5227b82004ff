using Quartz;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Reach;

namespace Recruit.Scheduling;

/// <summary>Every fixed clock job and its trigger. Lanes are not here: each account's lane sets its own next waking.</summary>
public static class Schedule
{
    public static void AddSchedule(this IHostApplicationBuilder builder)
    {
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "recruit";
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            // More than the active accounts: twelve hanging lanes must not stop the thirteenth.
            quartz.UseDefaultThreadPool(64);

            quartz.Every<SweepOutboxJob>(TimeSpan.FromSeconds(10)); // the net below the lanes
            quartz.Every<ExpireVacanciesJob>(TimeSpan.FromMinutes(1)); // closing dates end at midnight of many zones
            quartz.Every<CollectReachJob>(TimeSpan.FromSeconds(20)); // posts come due for reading by their age
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Every<TJob>(this IQuartzBuilder quartz, TimeSpan interval) where TJob : IJob
        => quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(typeof(TJob).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
}
