namespace Recruit.Audiences;

public static class AudiencesModule
{
    public static void AddAudiences(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<TargetProfiles>();
}
