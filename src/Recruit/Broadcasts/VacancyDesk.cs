using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Api;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>What the vacancy endpoints have in common: who asks, which rows they see, and the answer that shows one.</summary>
public sealed class VacancyDesk(IDbContextFactory<RecruitDb> contexts, IOptions<SiteOptions> site)
{
    public static IResult NoSuch => ApiProblems.NotFound("You see no vacancy with this id. GET /api/v1/vacancies lists yours.");

    /// <summary>Null when there is none, or when it belongs to a facility that the person does not work for.</summary>
    public Task<Vacancy?> FindAsync(Guid id, ClaimsPrincipal user, CancellationToken ct) => FindAsync(user, rows => rows.Where(vacancy => vacancy.Id == id), ct);

    public Task<Vacancy?> FindAsync(string requisitionId, ClaimsPrincipal user, CancellationToken ct)
        => FindAsync(user, rows => rows.Where(vacancy => vacancy.RequisitionId == requisitionId), ct);

    /// <summary>By its id or its requisition id.</summary>
    public Task<Vacancy?> FindEitherAsync(string idOrRequisition, ClaimsPrincipal user, CancellationToken ct)
        => Guid.TryParse(idOrRequisition, out var id) ? FindAsync(id, user, ct) : FindAsync(idOrRequisition.Trim(), user, ct);

    public async Task<(Guid Id, IResult? Refusal)> FacilityAsync(string? idOrName, ClaimsPrincipal user, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await db.FacilitiesOfAsync(user.StaffId(), ct);
        if (string.IsNullOrWhiteSpace(idOrName))
            return (Guid.Empty, ApiProblems.Incomplete("facility", $"Name the facility that hires, by its id or its name. {Names(own)}"));
        return own.Named(idOrName) is { } facility
            ? (facility.Id, null)
            : (Guid.Empty, ApiProblems.Incomplete("facility", $"You work for no facility named {idOrName}. {Names(own)}"));
    }

    public async Task<PageOf<VacancyAnswer>> ListAsync(VacancyFilter filter, string? requisitionId, int size, ClaimsPrincipal user, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = filter.Apply(db.Vacancies.AsNoTracking().VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct)));
        if (requisitionId is not null)
            found = found.Where(vacancy => vacancy.RequisitionId == requisitionId);
        var rows = await filter.Order(found).Include(vacancy => vacancy.Facility).Skip(filter.Page * size).Take(size).ToListAsync(ct);
        return new PageOf<VacancyAnswer>([.. rows.Select(Show)], await found.CountAsync(ct), filter.Page + 1, size);
    }

    public VacancyAnswer Show(Vacancy vacancy) => VacancyAnswer.Of(vacancy, site.Value.Absolute(Urls.Job(vacancy.Slug)));

    /// <summary>The row as it stands now.</summary>
    public async Task<IResult> AnswerAsync(Guid id, ClaimsPrincipal user, CancellationToken ct, bool created = false)
    {
        if (await FindAsync(id, user, ct) is not { } vacancy)
            return NoSuch;
        return created ? Results.Created(Urls.ApiVacancy(id), Show(vacancy)) : Results.Ok(Show(vacancy));
    }

    private static string Names(List<Facility> own)
        => own.Count == 0 ? "There is none yet: POST /api/v1/facilities adds one." : $"Yours are: {string.Join("; ", own.Select(facility => facility.Name))}.";

    private async Task<Vacancy?> FindAsync(ClaimsPrincipal user, Func<IQueryable<Vacancy>, IQueryable<Vacancy>> which, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await which(db.Vacancies.AsNoTracking().Include(vacancy => vacancy.Facility).VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct))).SingleOrDefaultAsync(ct);
    }
}
