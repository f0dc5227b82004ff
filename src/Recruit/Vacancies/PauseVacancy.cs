using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Vacancies;

/// <summary>Stops new broadcasts of an open vacancy; it stays on the jobs site.</summary>
public sealed class PauseVacancy(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    /// <returns>Null when it is paused now, otherwise why not.</returns>
    /// <exception cref="NotAllowedException">The person may not edit vacancies of that facility.</exception>
    public async Task<string?> RunAsync(Guid staffId, Guid vacancyId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var vacancy = await db.Vacancies.SingleOrDefaultAsync(row => row.Id == vacancyId, ct);
        var actor = await db.DemandAsync(staffId, Permission.EditVacancies, vacancy?.FacilityId, ct);
        if (vacancy is null)
            return "This vacancy no longer exists.";
        if (vacancy.State != VacancyState.Open)
            return "Only an open vacancy can be paused.";

        vacancy.Pause(now);
        db.Audit(actor, Acts.VacancyPaused, vacancy.Id, now, vacancy.FacilityId, vacancy.RequisitionId);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "Somebody else changed this vacancy meanwhile. Load it again.";
        }
    }
}
