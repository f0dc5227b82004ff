namespace Recruit.Channels.Mastodon;

public static class MastodonModule
{
    public static void AddMastodon(this IServiceCollection services)
    {
        services.AddNetworkOptions<MastodonOptions>(MastodonOptions.Section, MastodonOptions.Real);
        services.AddSingleton<MastodonApi>();
        services.AddSingleton<MastodonReach>();
        services.AddSingleton<MastodonConnect>();
        services.AddSingleton<IChannel, MastodonChannel>();
    }
}
