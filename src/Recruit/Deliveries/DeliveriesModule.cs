using Microsoft.Extensions.Options;
using Recruit.Channels;
using Recruit.Notices;

namespace Recruit.Deliveries;

public static class DeliveriesModule
{
    public static void AddDeliveries(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section)
            .PostConfigure<IOptions<ChannelHttpOptions>>((options, calls) => options.FillIn(calls.Value.TimeOut)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(Boot.New());
        builder.Services.AddSingleton(services => new LeaseClock(services.GetRequiredService<TimeProvider>(), isShared: false));
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<DeliveryMetrics>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<EndAttempts>();
        builder.Services.AddSingleton<Lanes>();
        builder.Services.AddSingleton<LookAhead>();
        builder.Services.AddSingleton<AccountPace>();
        builder.Services.AddSingleton<AccountBudget>();
        builder.Services.AddSingleton<ChangeBudget>();
        builder.Services.AddSingleton<WatchAccounts>();
        builder.Services.AddSingleton<HandInPictures>();
        builder.Services.AddSingleton<PublishDelivery>();
        builder.Services.AddSingleton<RepeatDelivery>();
        builder.Services.AddSingleton<SettleUncertain>();
        builder.Services.AddSingleton<RemoveDelivery>();
        builder.Services.AddSingleton<ChangeDelivery>();
        builder.Services.AddSingleton<PauseSending>();
        builder.Services.AddSingleton<ResumeSending>();
        builder.Services.AddSingleton<IAsksForPeople, DeliveryAsks>();
        builder.Services.AddHostedService<LaneStart>();
        builder.Services.AddHostedService<WarmUp>();
    }
}
