using Microsoft.Extensions.Options;
using Recruit.Channels;

namespace Recruit.Reach;

public static class ReachModule
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PracticeInterval = TimeSpan.FromSeconds(20);

    public static void AddReach(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReachOptions>().BindConfiguration(ReachOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new ReadingTimes(services.GetRequiredService<IOptions<ReachOptions>>().Value.Interval
            ?? (services.GetRequiredService<IOptions<PracticeOptions>>().Value.IsOn(services.GetRequiredService<IHostEnvironment>())
                ? PracticeInterval : UsualInterval)));
        builder.Services.AddSingleton<CollectReach>();
        builder.Services.AddSingleton<FollowLink>();
        builder.Services.AddSingleton<ClickCounter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClickCounter>());
    }
}
