namespace Recruit.Vacancies;

public static class VacanciesModule
{
    public static void AddVacancies(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<SaveVacancy>();
        builder.Services.AddScoped<OpenVacancy>();
        builder.Services.AddScoped<PauseVacancy>();
    }
}
