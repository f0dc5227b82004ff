using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Facilities;

public abstract record SaveFacilityResult
{
    private SaveFacilityResult()
    {
    }

    public sealed record Saved(Guid FacilityId) : SaveFacilityResult;

    public sealed record Incomplete(IReadOnlyList<FacilityProblem> Problems) : SaveFacilityResult;

    /// <summary>Somebody else saved it meanwhile.</summary>
    public sealed record Overtaken(string Sentence) : SaveFacilityResult;
}

/// <summary>Adds a facility or changes its facts.</summary>
public sealed class SaveFacility(IDbContextFactory<RecruitDb> contexts, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">The person may not run facilities, or not this one.</exception>
    public async Task<SaveFacilityResult> RunAsync(Guid staffId, Facility edited, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        edited.Tidy();
        var stored = await db.Facilities.SingleOrDefaultAsync(facility => facility.Id == edited.Id, ct);
        var actor = await db.DemandAsync(staffId, Permission.RunFacilities, stored?.Id, ct);

        List<FacilityProblem> problems = [.. FacilityRules.ProblemsToSave(edited)];
        // Compared in memory: the databases fold letters differently, and there are few facilities.
        var names = await db.Facilities.Where(facility => facility.Id != edited.Id).Select(facility => facility.Name).ToListAsync(ct);
        if (names.Contains(edited.Name, StringComparer.OrdinalIgnoreCase))
            problems.Add(new(nameof(Facility.Name), "Another facility has this name. Add the site or town to tell them apart."));
        if (problems.Count > 0)
            return new SaveFacilityResult.Incomplete(problems);

        if (stored is null)
            db.Facilities.Add(edited);
        else
        {
            db.Entry(stored).CurrentValues.SetValues(edited);
            db.Entry(stored).Property(facility => facility.Version).OriginalValue = edited.Version;
        }

        db.Audit(actor, stored is null ? Acts.FacilityCreated : Acts.FacilityChanged, edited.Id, clock.GetUtcNow(), edited.Id, edited.Name);
        try
        {
            await db.SaveChangesAsync(ct);
            return new SaveFacilityResult.Saved(edited.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SaveFacilityResult.Overtaken("Somebody else saved this facility meanwhile. Load it again and repeat your change.");
        }
    }
}
