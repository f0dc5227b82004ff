using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

/// <summary>Writes planned rows, many in one save; when a save fails, each of its rows gets one of its own, so that a bad row never stops the others.</summary>
internal sealed class ImportWriter(IDbContextFactory<RecruitDb> contexts, TimeProvider clock, Actor actor, HashSet<string> slugs)
{
    public async Task<IReadOnlyList<ImportLine>> WriteAsync(IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        try
        {
            return await SaveAsync(lines, ct);
        }
        catch (DbUpdateException) when (lines.Count > 1)
        {
            List<ImportLine> settled = [];
            foreach (var line in lines)
                settled.AddRange(await WriteAsync([line], ct));
            return settled;
        }
        catch (DbUpdateException)
        {
            return [lines[0] with { Act = ImportAct.Refused, Why = "Somebody else changed this vacancy while the file was read. Import the file again." }];
        }
    }

    private async Task<IReadOnlyList<ImportLine>> SaveAsync(IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = lines.Where(line => line.Act == ImportAct.Update).Select(line => line.VacancyId).ToList();
        var stored = await db.Vacancies.Where(vacancy => ids.Contains(vacancy.Id)).ToDictionaryAsync(vacancy => vacancy.Id, ct);

        List<ImportLine> settled = [];
        foreach (var line in lines)
            settled.Add(line.Act switch
            {
                ImportAct.Create => Create(db, line),
                ImportAct.Update => Update(db, line, stored.GetValueOrDefault(line.VacancyId!.Value)),
                _ => line,
            });

        await db.SaveChangesAsync(ct);
        return settled;
    }

    private ImportLine Create(RecruitDb db, ImportLine line)
    {
        var now = clock.GetUtcNow();
        var facts = line.Row.Facts;
        var vacancy = new Vacancy { CreatedAt = now, CreatedBy = actor.StaffId, ChangedAt = now, ImportedRow = RowFingerprint.Write(line.Row.Given) };
        VacancyFacts.Copy(facts, vacancy);
        vacancy.FacilityId = line.FacilityId;
        vacancy.Slug = VacancySlug.Make(facts.Title, $"{facts.City} {facts.Region}", facts.RequisitionId, slugs.Contains);
        slugs.Add(vacancy.Slug);
        db.Vacancies.Add(vacancy);
        db.Audit(actor, Acts.VacancyCreated, vacancy.Id, now, vacancy.FacilityId, $"{vacancy.RequisitionId}, by an import");
        return line with { VacancyId = vacancy.Id };
    }

    private ImportLine Update(RecruitDb db, ImportLine line, Vacancy? vacancy)
    {
        if (vacancy is null || vacancy.IsClosed)
            return line with { Act = ImportAct.Refused, Why = "The vacancy was closed or removed while the file was read." };

        var changes = ImportUpdate.Apply(line.Row, vacancy);
        vacancy.ChangedAt = clock.GetUtcNow();
        db.Audit(actor, Acts.VacancyChanged, vacancy.Id, vacancy.ChangedAt, vacancy.FacilityId, $"{vacancy.RequisitionId}, by an import: {string.Join(", ", changes)}");
        return line with { Changes = changes };
    }
}
