using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

/// <param name="StaffId">Null when the operator of the machine imports, whom nobody can refuse.</param>
/// <param name="FacilityId">The facility of all rows; null maps each row by the name it gives.</param>
public sealed record ImportRequest(Guid? StaffId, string FileName, IReadOnlyList<CsvRow> Rows, Guid? FacilityId = null);

/// <param name="Plan">What was done; a row that failed while it was written stands there as refused.</param>
/// <param name="ChangedIds">Existing vacancies with new facts: copy rendered from them may be stale.</param>
public sealed record ImportResult(ImportPlan Plan, IReadOnlyList<Guid> ChangedIds);

/// <summary>Brings the rows of a file in as drafts and updates. Planning alone is the dry run.</summary>
public sealed class ImportVacancies(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    private const int RowsPerRead = 500;
    private const int RowsPerSave = 50;

    /// <exception cref="NotAllowedException">The person may not edit vacancies.</exception>
    public async Task<ImportPlan> PlanAsync(ImportRequest request, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await ActorAsync(db, request, ct);
        return await PlanAsync(db, request, ct);
    }

    /// <param name="done">Told how many rows are settled, after each save.</param>
    /// <exception cref="NotAllowedException">The person may not edit vacancies.</exception>
    public async Task<ImportResult> RunAsync(ImportRequest request, IProgress<int>? done = null, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var actor = await ActorAsync(db, request, ct);
        var plan = await PlanAsync(db, request, ct);
        await AddFacilitiesAsync(plan.NewFacilities, actor, ct);

        var writer = new ImportWriter(contexts, clock, actor, await db.Vacancies.Select(vacancy => vacancy.Slug).ToHashSetAsync(ct));
        List<ImportLine> lines = [];
        foreach (var chunk in plan.Lines.Chunk(RowsPerSave))
        {
            lines.AddRange(await writer.WriteAsync(chunk, ct));
            done?.Report(lines.Count);
        }

        var result = plan with { Lines = lines };
        db.Audit(actor, Acts.VacanciesImported, Guid.CreateVersion7(), clock.GetUtcNow(), request.FacilityId,
            $"{request.FileName}: {result.Count(ImportAct.Create)} created, {result.Count(ImportAct.Update)} updated, {result.Count(ImportAct.Unchanged)} unchanged, {result.Count(ImportAct.Refused)} refused");
        await db.SaveChangesAsync(ct);
        return new ImportResult(result, [.. lines.Where(line => line.Act == ImportAct.Update).Select(line => line.VacancyId!.Value)]);
    }

    private static async Task<Actor> ActorAsync(RecruitDb db, ImportRequest request, CancellationToken ct)
        => request.StaffId is { } staffId ? await db.DemandAsync(staffId, Permission.EditVacancies, request.FacilityId, ct) : InviteStaff.Operator;

    private async Task<ImportPlan> PlanAsync(RecruitDb db, ImportRequest request, CancellationToken ct)
    {
        var rows = request.Rows.Select(ImportRowReader.Read).ToList();
        Dictionary<string, Vacancy> existing = [];
        foreach (var ids in rows.Select(row => row.RequisitionId).Distinct().Chunk(RowsPerRead))
            foreach (var vacancy in await db.Vacancies.AsNoTracking().Include(vacancy => vacancy.Facility).Where(vacancy => ids.Contains(vacancy.RequisitionId)).ToListAsync(ct))
                existing[vacancy.RequisitionId] = vacancy;

        var scope = request.StaffId is { } staffId ? await db.ScopeOfAsync(staffId, ct) : new StaffScope([]);
        var facilities = await db.Facilities.AsNoTracking().ToListAsync(ct);
        return ImportPlan.Make(rows, new ImportGround(existing, facilities, request.FacilityId, scope, await MayAddFacilitiesAsync(db, request, scope, ct), clock.GetUtcNow()));
    }

    private static async Task<bool> MayAddFacilitiesAsync(RecruitDb db, ImportRequest request, StaffScope scope, CancellationToken ct)
    {
        if (request.StaffId is not { } staffId)
            return true;

        var roles = await db.Users.Where(staff => staff.Id == staffId).Select(staff => staff.Roles).SingleAsync(ct);
        // A new facility lies outside the scope of a person who works for some facilities only.
        return roles.Allow(Permission.RunFacilities) && scope.FacilityIds.Count == 0;
    }

    private async Task AddFacilitiesAsync(IReadOnlyList<Facility> facilities, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var facility in facilities)
        {
            db.Facilities.Add(facility);
            db.Audit(actor, Acts.FacilityCreated, facility.Id, clock.GetUtcNow(), facility.Id, $"{facility.Name}, by an import");
        }

        await db.SaveChangesAsync(ct);
    }
}
