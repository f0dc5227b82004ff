namespace Recruit.Channels.X;

public static class XModule
{
    public static void AddX(this IServiceCollection services)
    {
        services.AddNetworkOptions<XOptions>(XOptions.Section, XOptions.Real);
        services.AddSingleton<XApi>();
        services.AddSingleton<XReach>();
        services.AddSingleton<XConnect>();
        services.AddSingleton<IChannel, XChannel>();
    }
}
