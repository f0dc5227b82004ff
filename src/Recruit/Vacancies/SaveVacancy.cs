using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Vacancies;

/// <param name="Edited">The facts as the person left them, with the id and version of the row that they began with.</param>
public sealed record SaveVacancyRequest(Guid StaffId, Vacancy Edited, bool Open = false);

public abstract record SaveVacancyResult
{
    private SaveVacancyResult()
    {
    }

    /// <param name="Changed">The facts that are new, in words; copy rendered from them may be stale.</param>
    public sealed record Saved(Guid VacancyId, Guid Version, IReadOnlyList<string> Changed) : SaveVacancyResult;

    public sealed record Incomplete(IReadOnlyList<VacancyProblem> Problems) : SaveVacancyResult;

    /// <summary>Somebody else changed or closed it meanwhile.</summary>
    public sealed record Overtaken(string Sentence) : SaveVacancyResult;
}

/// <summary>Creates a vacancy or changes its facts, and opens it when asked to.</summary>
public sealed class SaveVacancy(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    private const string ChangedMeanwhile = "Somebody else saved this vacancy meanwhile. Load it again and repeat your change.";

    /// <exception cref="NotAllowedException">The person may not edit vacancies of that facility.</exception>
    public async Task<SaveVacancyResult> RunAsync(SaveVacancyRequest request, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var edited = request.Edited;
        edited.Tidy();
        var actor = await db.DemandAsync(request.StaffId, Permission.EditVacancies, edited.FacilityId == Guid.Empty ? null : edited.FacilityId, ct);
        var now = clock.GetUtcNow();

        edited.Facility = await db.Facilities.AsNoTracking().SingleOrDefaultAsync(facility => facility.Id == edited.FacilityId, ct);
        var stored = await db.Vacancies.SingleOrDefaultAsync(vacancy => vacancy.Id == edited.Id, ct);
        if (stored is not null)
            await db.DemandAsync(request.StaffId, Permission.EditVacancies, stored.FacilityId, ct);
        if (stored is { IsClosed: true })
            return new SaveVacancyResult.Overtaken("This vacancy is closed and can no longer be changed.");
        if (stored is null && edited.Version != Guid.Empty)
            return new SaveVacancyResult.Overtaken("This vacancy no longer exists.");

        var problems = await ProblemsAsync(db, edited, mustBeComplete: request.Open || stored?.State == VacancyState.Open, now, ct);
        if (problems.Count > 0)
            return new SaveVacancyResult.Incomplete(problems);

        var (vacancy, changed) = stored is null ? (await CreateAsync(db, edited, actor, now, ct), []) : Change(db, stored, edited, actor, now);
        if (request.Open && vacancy.State != VacancyState.Open)
        {
            vacancy.Open(now);
            db.Audit(actor, Acts.VacancyOpened, vacancy.Id, now, vacancy.FacilityId, vacancy.RequisitionId);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return new SaveVacancyResult.Saved(vacancy.Id, vacancy.Version, changed);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SaveVacancyResult.Overtaken(ChangedMeanwhile);
        }
    }

    private static async Task<IReadOnlyList<VacancyProblem>> ProblemsAsync(RecruitDb db, Vacancy edited, bool mustBeComplete, DateTimeOffset now, CancellationToken ct)
    {
        List<VacancyProblem> problems = [.. mustBeComplete ? VacancyRules.ProblemsToOpen(edited, edited.Today(now)) : VacancyRules.ProblemsToSave(edited)];

        if (edited.Facility is null && edited.FacilityId != Guid.Empty)
            problems.Add(new(nameof(Vacancy.FacilityId), "Choose a facility that exists."));
        if (await db.Vacancies.AnyAsync(other => other.RequisitionId == edited.RequisitionId.Trim() && other.Id != edited.Id, ct))
            problems.Add(new(nameof(Vacancy.RequisitionId), "Another vacancy has this requisition id. Use its own, or edit that one."));
        return problems;
    }

    private static async Task<Vacancy> CreateAsync(RecruitDb db, Vacancy edited, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var slugs = await db.Vacancies.Select(vacancy => vacancy.Slug).ToHashSetAsync(ct);
        var vacancy = new Vacancy { Id = edited.Id, CreatedAt = now, CreatedBy = actor.StaffId, ChangedAt = now };
        VacancyFacts.Copy(edited, vacancy);
        vacancy.Slug = VacancySlug.Make(edited.Title, $"{edited.PlaceCity} {edited.PlaceRegion}", edited.RequisitionId, slugs.Contains);
        db.Vacancies.Add(vacancy);
        db.Audit(actor, Acts.VacancyCreated, vacancy.Id, now, vacancy.FacilityId, vacancy.RequisitionId);
        return vacancy;
    }

    private static (Vacancy Vacancy, IReadOnlyList<string> Changed) Change(RecruitDb db, Vacancy stored, Vacancy edited, Actor actor, DateTimeOffset now)
    {
        db.Entry(stored).Property(vacancy => vacancy.Version).OriginalValue = edited.Version;
        var changed = VacancyFacts.Copy(edited, stored);
        if (changed.Count > 0)
        {
            stored.ChangedAt = now;
            db.Audit(actor, Acts.VacancyChanged, stored.Id, now, stored.FacilityId, $"{stored.RequisitionId}: {string.Join(", ", changed)}");
        }

        return (stored, changed);
    }
}
