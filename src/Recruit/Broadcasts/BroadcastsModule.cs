using Recruit.Notices;

namespace Recruit.Broadcasts;

public static class BroadcastsModule
{
    public static void AddBroadcasts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<ComposeCopy>();
        builder.Services.AddSingleton<PlanBroadcast>();
        builder.Services.AddSingleton<PlanDigests>();
        builder.Services.AddSingleton<ApproveDeliveries>();
        builder.Services.AddSingleton<CloseVacancy>();
        builder.Services.AddSingleton<RefreshCopy>();
        builder.Services.AddSingleton<VacancyDesk>();
        builder.Services.AddSingleton<DeliveryDesk>();
        builder.Services.AddSingleton<Dormancy>();
        builder.Services.AddSingleton<IAsksForPeople, BroadcastAsks>();
        builder.Services.AddSingleton<IAsksForPeople, DormancyAsks>();
    }
}
