namespace Recruit.Channels.Facebook;

public static class FacebookModule
{
    public static void AddFacebook(this IServiceCollection services)
    {
        services.AddNetworkOptions<FacebookOptions>(FacebookOptions.Section, FacebookOptions.Real);
        services.AddSingleton<FacebookApi>();
        services.AddSingleton<FacebookReach>();
        services.AddSingleton<FacebookConnect>();
        services.AddSingleton<IChannel, FacebookChannel>();
    }
}
