using Recruit.Notices;

namespace Recruit.Deliveries;

public static class DeliveriesModule
{
    public static void AddDeliveries(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section)
            .PostConfigure(options => options.FillIn()).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(Boot.New());
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<Lanes>();
        builder.Services.AddSingleton<AccountPace>();
        builder.Services.AddSingleton<PublishDelivery>();
        builder.Services.AddSingleton<SettleUncertain>();
        builder.Services.AddSingleton<RemoveDelivery>();
        builder.Services.AddSingleton<ChangeDelivery>();
        builder.Services.AddSingleton<PauseSending>();
        builder.Services.AddSingleton<ResumeSending>();
        builder.Services.AddSingleton<IAsksForPeople, DeliveryAsks>();
        builder.Services.AddHostedService<LaneStart>();
    }
}
