namespace Recruit.Channels.Bluesky;

public static class BlueskyModule
{
    public static void AddBluesky(this IServiceCollection services)
    {
        services.AddNetworkOptions<BlueskyOptions>(BlueskyOptions.Section, BlueskyOptions.Real);
        services.AddSingleton<BlueskyApi>();
        services.AddSingleton<BlueskyReach>();
        services.AddSingleton<BlueskyConnect>();
        services.AddSingleton<IChannel, BlueskyChannel>();
    }
}
