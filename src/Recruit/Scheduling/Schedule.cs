using Quartz;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Reach;

namespace Recruit.Scheduling;

/// <summary>Every fixed clock job and its trigger. Lanes are not here: each account's lane sets its own next waking.</summary>
public static class Schedule
{
    public static void AddSchedule(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SchedulingOptions>().BindConfiguration(SchedulingOptions.Section).ValidateDataAnnotations();
        // Read here: the store is chosen while services are registered. Wrong settings are reported with all others before anything starts.
        var isClustered = !SchedulingOptions.Mistakes(builder.Configuration).Any()
            && bool.TryParse(builder.Configuration[$"{SchedulingOptions.Section}:{nameof(SchedulingOptions.Clustered)}"], out var clustered) && clustered;

        if (isClustered)
            builder.Services.AddSingleton(services => new LeaseClock(services.GetRequiredService<TimeProvider>(), isShared: true));

        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "recruit";
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            // More than the active accounts: twelve hanging lanes must not stop the thirteenth.
            quartz.UseDefaultThreadPool(64);

            if (isClustered)
                ShareLanes(quartz, builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"] ?? "");

            quartz.Every<SweepOutboxJob>(TimeSpan.FromSeconds(10)); // the net below the lanes
            quartz.Every<SealAuditJob>(TimeSpan.FromMilliseconds(700)); // an entry is chained within a second
            quartz.Every<ExpireVacanciesJob>(TimeSpan.FromMinutes(1)); // closing dates end at midnight of many zones
            quartz.Every<PlanDigestsJob>(TimeSpan.FromMinutes(5)); // a digest is rendered a day ahead, or at once when it is switched on later
            quartz.Every<RenewTokensJob>(TimeSpan.FromSeconds(20)); // an account that the network turned away waits for it
            quartz.Every<SendNoticesJob>(TimeSpan.FromSeconds(5)); // people hear of trouble within seconds
            quartz.Every<WatchAccountsJob>(TimeSpan.FromMinutes(10)); // tokens that end, caps that come near
            quartz.Every<WatchDormancyJob>(TimeSpan.FromMinutes(10)); // accounts that fell silent
            quartz.Daily<ProbeVersionsJob>("0 40 15 * * ?"); // 15:40 in UTC: whoever is told is at work in all of the mainland
            quartz.Every<CollectReachJob>(TimeSpan.FromSeconds(20)); // posts come due for reading by their age
        });
        builder.Services.AddHostedService<WatchClock>();
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>A node that is silent for five seconds loses its lanes to the others. The outbox stays the truth: this store only says who wakes.</summary>
    private static void ShareLanes(IQuartzBuilder quartz, string connectionString) => quartz.UsePersistentStore(store =>
    {
        store.ProvisionSchema();
        store.UsePostgres(connectionString);
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = TimeSpan.FromSeconds(2);
            cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(3);
        });
    });

    private static void Daily<TJob>(this IQuartzBuilder quartz, string cron) where TJob : IJob
        => quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(typeof(TJob).Name)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(TimeZoneInfo.Utc)));

    private static void Every<TJob>(this IQuartzBuilder quartz, TimeSpan interval) where TJob : IJob
    {
        var key = new TriggerKey(typeof(TJob).Name);
        quartz.Services.AddSingleton(new FixedTrigger(key));
        quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(key)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
    }
}
