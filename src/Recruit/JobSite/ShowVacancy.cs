using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Vacancies;

namespace Recruit.JobSite;

/// <summary>What an address shows: a closed set.</summary>
public abstract record ShownVacancy
{
    private ShownVacancy()
    {
    }

    /// <summary>Open, or paused and then without a way to apply.</summary>
    public sealed record Standing(Vacancy Vacancy, bool TakesApplicants) : ShownVacancy;

    /// <param name="Others">Open ones nearest to it, or simply the newest when <paramref name="AreNear"/> is false.</param>
    public sealed record Closed(Vacancy Vacancy, IReadOnlyList<Vacancy> Others, bool AreNear) : ShownVacancy;

    /// <summary>No such address, or a draft that nobody may see yet.</summary>
    public sealed record Unknown : ShownVacancy;
}

/// <summary>Finds the vacancy of an address, and what to offer instead when it is closed.</summary>
public sealed class ShowVacancy(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    private const int MostOthers = 5;
    private const int Considered = 200;
    private const int LongestSlug = 120;

    public async Task<ShownVacancy> FindAsync(string slug, CancellationToken ct)
    {
        if (slug.Length > LongestSlug || slug.Contains('\0', StringComparison.Ordinal))
            return new ShownVacancy.Unknown();

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var vacancies = db.Vacancies;
        var vacancy = await vacancies.AsNoTracking().Include(row => row.Facility).SingleOrDefaultAsync(row => row.Slug == slug, ct);
        if (vacancy is null || vacancy.State == VacancyState.Draft)
            return new ShownVacancy.Unknown();

        if (vacancy.TakesApplicants(now))
            return new ShownVacancy.Standing(vacancy, TakesApplicants: true);

        if (vacancy.State == VacancyState.Paused && !(vacancy.ClosesAt <= now))
            return new ShownVacancy.Standing(vacancy, TakesApplicants: false);

        return await ClosedAsync(db, vacancy, now, ct);
    }

    private static async Task<ShownVacancy.Closed> ClosedAsync(RecruitDb db, Vacancy closed, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await db.TakingApplicantsAsync(now, ct)).Include(vacancy => vacancy.Facility);
        var alike = await open
            .Where(vacancy => (closed.Specialty != "" && vacancy.Specialty == closed.Specialty)
                || (closed.OccupationCode != "" && vacancy.OccupationCode == closed.OccupationCode)
                || vacancy.FacilityId == closed.FacilityId
                || (closed.City != "" && vacancy.City == closed.City))
            .NewestFirst().Take(Considered).ToListAsync(ct);
        var near = alike.Select(vacancy => (Vacancy: vacancy, Nearness: Nearness(vacancy, closed)))
            .Where(found => found.Nearness > 0).OrderByDescending(found => found.Nearness).Take(MostOthers).Select(found => found.Vacancy).ToList();
        return near.Count > 0
            ? new ShownVacancy.Closed(closed, near, AreNear: true)
            : new ShownVacancy.Closed(closed, await open.NewestFirst().Take(MostOthers).ToListAsync(ct), AreNear: false);
    }

    /// <summary>The work counts more than the place: people move for the first more readily than they change it.</summary>
    private static int Nearness(Vacancy vacancy, Vacancy closed)
        => (closed.OccupationCode.Length > 0 && vacancy.OccupationCode == closed.OccupationCode ? 4 : 0)
            + (closed.Specialty.Length > 0 && vacancy.Specialty == closed.Specialty ? 4 : 0)
            + (vacancy.Place == closed.Place ? 3 : 0);
}
