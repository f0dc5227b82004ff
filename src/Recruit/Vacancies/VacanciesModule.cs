namespace Recruit.Vacancies;

public static class VacanciesModule
{
    public static void AddVacancies(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SaveVacancy>();
        builder.Services.AddSingleton<OpenVacancy>();
        builder.Services.AddSingleton<PauseVacancy>();
    }
}
