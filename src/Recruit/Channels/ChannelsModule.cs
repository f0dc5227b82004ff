using Microsoft.Extensions.DependencyInjection.Extensions;
using Recruit.Channels.Bluesky;
using Recruit.Channels.Facebook;
using Recruit.Channels.LinkedIn;
using Recruit.Channels.Mastodon;
using Recruit.Channels.X;

namespace Recruit.Channels;

public static class ChannelsModule
{
    public static void AddChannels(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PracticeOptions>().BindConfiguration(PracticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ChannelHttpOptions>().BindConfiguration(ChannelHttpOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        // No resilience handler: a create that is sent twice is a second post. The total time-out is ChannelHttp's.
        services.AddHttpClient(ChannelHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own loggers write whole addresses.
            .RemoveAllLoggers();
        services.AddSingleton<ChannelHttp>();

        // The order in which people see them.
        services.AddX();
        services.AddLinkedIn();
        services.AddFacebook();
        services.AddMastodon();
        services.AddBluesky();
        services.AddSingleton<ChannelCatalog>();
    }
}
