using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Vacancies;

public abstract record OpenVacancyResult
{
    private OpenVacancyResult()
    {
    }

    public sealed record Opened : OpenVacancyResult;

    public sealed record Incomplete(IReadOnlyList<VacancyProblem> Problems) : OpenVacancyResult;

    /// <summary>It is open, closed or changed already.</summary>
    public sealed record Overtaken(string Sentence) : OpenVacancyResult;
}

/// <summary>Opens a draft or a paused vacancy for applicants.</summary>
public sealed class OpenVacancy(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">The person may not edit vacancies of that facility.</exception>
    public async Task<OpenVacancyResult> RunAsync(Guid staffId, Guid vacancyId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var vacancy = await db.Vacancies.Include(row => row.Facility).SingleOrDefaultAsync(row => row.Id == vacancyId, ct);
        var actor = await db.DemandAsync(staffId, Permission.EditVacancies, vacancy?.FacilityId, ct);
        if (vacancy is null)
            return new OpenVacancyResult.Overtaken("This vacancy no longer exists.");
        if (vacancy.State is not (VacancyState.Draft or VacancyState.Paused))
            return new OpenVacancyResult.Overtaken(vacancy.IsClosed ? "This vacancy is closed for good. Make a new one to hire again." : "This vacancy is open already.");

        var problems = VacancyRules.ProblemsToOpen(vacancy, vacancy.Today(now));
        if (problems.Count > 0)
            return new OpenVacancyResult.Incomplete(problems);

        vacancy.Open(now);
        db.Audit(actor, Acts.VacancyOpened, vacancy.Id, now, vacancy.FacilityId, vacancy.RequisitionId);
        try
        {
            await db.SaveChangesAsync(ct);
            return new OpenVacancyResult.Opened();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new OpenVacancyResult.Overtaken("Somebody else changed this vacancy meanwhile. Load it again.");
        }
    }
}
