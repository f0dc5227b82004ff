using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

/// <summary>Saves vacancies whose dates fit the app's clock.</summary>
public static class JobSiteWorld
{
    public static async Task<Vacancy> SaveVacancyAsync(this RecruitFactory app, VacancyState state = VacancyState.Open, Facility? facility = null, Action<Vacancy>? with = null)
    {
        facility ??= A.Facility($"Hospital {Guid.NewGuid():N}");
        var vacancy = A.Vacancy(facility, row =>
        {
            row.OpensOn = Today(app);
            row.ClosesOn = Today(app).AddDays(20);
            with?.Invoke(row);
        }, state);
        await using var db = app.Db.CreateDbContext();
        var isKnown = await db.Facilities.AnyAsync(row => row.Id == facility.Id);
        db.Entry(facility).State = isKnown ? EntityState.Unchanged : EntityState.Added;
        db.Add(vacancy);
        await db.SaveChangesAsync();
        return vacancy;
    }

    public static DateOnly Today(RecruitFactory app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
}
