namespace Recruit.Facilities;

public static class FacilitiesModule
{
    public static void AddFacilities(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<SaveFacility>();
}
