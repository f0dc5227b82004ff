using Microsoft.Extensions.Options;

namespace Recruit.Channels.X;

public static class XModule
{
    public static void AddX(this IServiceCollection services)
    {
        services.AddNetworkOptions<XOptions>(XOptions.Section, XOptions.Real);
        services.AddOptions<XOptions>().PostConfigure<IOptions<PracticeOptions>, IHostEnvironment>(
            (options, practice, environment) => options.ReadEvery ??= practice.Value.IsOn(environment) ? TimeSpan.Zero : TimeSpan.FromDays(1));
        services.AddSingleton<XApi>();
        services.AddSingleton<XReach>();
        services.AddSingleton<XConnect>();
        services.AddSingleton<XProfile>();
        services.AddSingleton<IChannel, XChannel>();
    }
}
