using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Vacancies;

namespace Recruit.JobSite;

/// <summary>What applicants may see: the vacancies that are open and whose closing day, where the work is, has not ended.</summary>
public static class OpenVacancies
{
    // No place on earth is further from UTC than this.
    private static readonly TimeSpan FurthestWest = TimeSpan.FromHours(12);
    private static readonly TimeSpan FurthestEast = TimeSpan.FromHours(14);

    extension(RecruitDb db)
    {
        /// <summary>Closing days end at midnight of many zones, which no query can compute: the few rows in question are asked one by one.</summary>
        public async Task<IQueryable<Vacancy>> TakingApplicantsAsync(DateTimeOffset now, CancellationToken ct)
        {
            var surelyPassed = DateOnly.FromDateTime((now - FurthestWest).UtcDateTime);
            var surelyAhead = DateOnly.FromDateTime((now + FurthestEast).UtcDateTime);
            var vacancies = db.Vacancies.AsNoTracking().Where(vacancy => vacancy.State == VacancyState.Open);

            var doubtful = await vacancies.Include(vacancy => vacancy.Facility)
                .Where(vacancy => vacancy.ClosesOn >= surelyPassed && vacancy.ClosesOn < surelyAhead).ToListAsync(ct);
            var passed = doubtful.Where(vacancy => vacancy.ClosesAt <= now).Select(vacancy => vacancy.Id).ToList();

            return vacancies.Where(vacancy => vacancy.ClosesOn == null || vacancy.ClosesOn >= surelyPassed).Where(vacancy => !passed.Contains(vacancy.Id));
        }
    }

    public static bool TakesApplicants(this Vacancy vacancy, DateTimeOffset now)
        => vacancy.State == VacancyState.Open && !(vacancy.ClosesAt <= now);

    public static IQueryable<Vacancy> NewestFirst(this IQueryable<Vacancy> vacancies)
        => vacancies.OrderByDescending(vacancy => vacancy.OpenedAt).ThenBy(vacancy => vacancy.Title).ThenBy(vacancy => vacancy.Id);

    public static IQueryable<Vacancy> Matching(this IQueryable<Vacancy> vacancies, VacancySearch search, IReadOnlyList<Facility> facilities)
    {
        foreach (var word in search.WordList)
        {
            // Folded in .NET, because the databases fold letters differently.
            var named = facilities.Where(facility => $"{facility.Name} {facility.ShortName} {facility.City} {facility.Region}".Contains(word, StringComparison.OrdinalIgnoreCase))
                .Select(facility => facility.Id).ToList();
            var types = Enum.GetValues<EmploymentType>().Where(type => type.Words().Contains(word, StringComparison.OrdinalIgnoreCase)).Select(type => (EmploymentType?)type).ToList();
            var remote = "remote".StartsWith(word, StringComparison.Ordinal);
            vacancies = vacancies.Where(vacancy => vacancy.SearchText.Contains(word) || named.Contains(vacancy.FacilityId)
                || types.Contains(vacancy.EmploymentType) || (remote && vacancy.Remote));
        }

        if (search.Specialty.Length > 0)
            vacancies = vacancies.Where(vacancy => vacancy.Specialty == search.Specialty);
        if (search.Facility.Length > 0)
            vacancies = vacancies.Where(vacancy => vacancy.Facility!.Name == search.Facility);
        return search.Place.Length > 0 ? vacancies.At(search.Place) : vacancies;
    }

    private static IQueryable<Vacancy> At(this IQueryable<Vacancy> vacancies, string place)
    {
        if (place == JobSiteText.RemotePlace)
            return vacancies.Where(vacancy => vacancy.Remote);

        var comma = place.LastIndexOf(", ", StringComparison.Ordinal);
        var (city, region) = comma < 0 ? ("", place) : (place[..comma], place[(comma + 2)..]);
        return vacancies.Where(vacancy => !vacancy.Remote
            && (city == "" || (vacancy.City != "" ? vacancy.City : vacancy.Facility!.City) == city)
            && (vacancy.Region != "" ? vacancy.Region : vacancy.Facility!.Region) == region);
    }
}
