using Recruit.Channels;

namespace Recruit.Shell.Practice;

public static class PracticeModule
{
    /// <summary>Nothing of it exists unless practice is on. First among the hosted services: the networks stop last.</summary>
    public static void AddPractice(this IHostApplicationBuilder builder)
    {
        var practice = builder.Configuration.GetSection(PracticeOptions.Section);
        var options = new PracticeOptions { Enabled = practice.GetValue<bool?>(nameof(PracticeOptions.Enabled)) };
        if (!options.IsOn(builder.Environment))
            return;

        builder.Services.AddSingleton<PracticeNetworks>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PracticeNetworks>());
        builder.Services.AddSingleton<LoadSample>();
    }
}
