namespace Recruit.Broadcasts.Import;

public static class ImportModule
{
    public static void AddImport(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ImportVacancies>();
}
