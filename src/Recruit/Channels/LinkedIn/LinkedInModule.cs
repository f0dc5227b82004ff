namespace Recruit.Channels.LinkedIn;

public static class LinkedInModule
{
    public static void AddLinkedIn(this IServiceCollection services)
    {
        services.AddNetworkOptions<LinkedInOptions>(LinkedInOptions.Section, LinkedInOptions.Real);
        services.AddSingleton<LinkedInApi>();
        services.AddSingleton<LinkedInReach>();
        services.AddSingleton<LinkedInConnect>();
        services.AddSingleton<LinkedInTargeting>();
        services.AddSingleton<IChannel, LinkedInChannel>();
    }
}
