using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Vacancies;

namespace Recruit.JobSite;

/// <param name="Total">How many match.</param>
/// <param name="All">How many are open at all.</param>
public sealed record VacancyListing(
    VacancySearch Search,
    IReadOnlyList<Vacancy> Vacancies,
    int Total,
    int All,
    VacancyChoices Choices)
{
    public int Pages => Math.Max(1, (Total + VacancyList.PageSize - 1) / VacancyList.PageSize);
}

/// <summary>What there is to choose from, of what is open now.</summary>
public sealed record VacancyChoices(IReadOnlyList<string> Specialties, IReadOnlyList<string> Places, IReadOnlyList<Facility> Facilities)
{
    public static VacancyChoices None { get; } = new([], [], []);
}

/// <summary>Finds one page of the open vacancies.</summary>
public sealed class VacancyList(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<VacancyListing> FindAsync(VacancySearch search, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.TakingApplicantsAsync(clock.GetUtcNow(), ct);
        var facilities = await db.Facilities.AsNoTracking().ToListAsync(ct);
        var (choices, all) = await ChoicesAsync(open, facilities, ct);

        var matching = open.Matching(search, facilities);
        var total = search.IsNarrowed ? await matching.CountAsync(ct) : all;
        var last = Math.Max(1, (total + PageSize - 1) / PageSize);
        search = search with { Page = Math.Min(search.Page, last) };
        var page = await matching.NewestFirst().Skip((search.Page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new VacancyListing(search, [.. page.Select(vacancy => Placed(vacancy, facilities))], total, all, choices);
    }

    private static async Task<(VacancyChoices Choices, int All)> ChoicesAsync(IQueryable<Vacancy> open, List<Facility> facilities, CancellationToken ct)
    {
        var groups = await open
            .GroupBy(vacancy => new { vacancy.Specialty, vacancy.City, vacancy.Region, vacancy.FacilityId, vacancy.Remote })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var byId = facilities.ToDictionary(facility => facility.Id);
        var specialties = groups.Select(group => group.Key.Specialty).Where(specialty => specialty.Length > 0).Distinct().Order(StringComparer.OrdinalIgnoreCase);
        var places = groups.Where(group => !group.Key.Remote)
            .Select(group => VacancyWords.Place(
                group.Key.City.Length > 0 ? group.Key.City : byId[group.Key.FacilityId].City,
                group.Key.Region.Length > 0 ? group.Key.Region : byId[group.Key.FacilityId].Region))
            .Where(place => place.Length > 0).Distinct().Order(StringComparer.OrdinalIgnoreCase);
        var remote = groups.Any(group => group.Key.Remote) ? new[] { JobSiteText.RemotePlace } : [];
        var hiring = groups.GroupBy(group => group.Key.FacilityId).OrderByDescending(group => group.Sum(row => row.Count)).Select(group => byId[group.Key]);
        return (new VacancyChoices([.. specialties], [.. places, .. remote], [.. hiring]), groups.Sum(group => group.Count));
    }

    // The facilities are read once for the whole page instead of joined to every row.
    private static Vacancy Placed(Vacancy vacancy, List<Facility> facilities)
    {
        vacancy.Facility = facilities.Single(facility => facility.Id == vacancy.FacilityId);
        return vacancy;
    }
}
