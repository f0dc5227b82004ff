using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

public enum ImportAct
{
    Create,
    Update,
    /// <summary>The row says nothing new about the vacancy that has its requisition id.</summary>
    Unchanged,
    Refused,
}

public static class ImportActs
{
    public static string Words(this ImportAct act, bool dryRun) => (act, dryRun) switch
    {
        (ImportAct.Create, true) => "would be created",
        (ImportAct.Create, false) => "created",
        (ImportAct.Update, true) => "would be updated",
        (ImportAct.Update, false) => "updated",
        (ImportAct.Unchanged, _) => "unchanged",
        _ => "refused",
    };
}

/// <summary>What becomes of one row.</summary>
/// <param name="Why">Only for a refused row: what to do about it.</param>
/// <param name="Changes">Only for an update: the facts that it changes, in words.</param>
public sealed record ImportLine(ImportRow Row, ImportAct Act, string FacilityName, Guid FacilityId, string Why, IReadOnlyList<string> Changes, Guid? VacancyId = null)
{
    public bool IsFacilityUnknown { get; init; }
}

/// <summary>What the plan is made against.</summary>
/// <param name="Existing">Vacancies by requisition id, with their facilities.</param>
/// <param name="ChosenFacilityId">The facility of all rows; null maps each row by the name it gives.</param>
/// <param name="MayAddFacilities">Whether the person may add the facilities that do not exist yet.</param>
public sealed record ImportGround(
    IReadOnlyDictionary<string, Vacancy> Existing, IReadOnlyList<Facility> Facilities, Guid? ChosenFacilityId, StaffScope Scope, bool MayAddFacilities, DateTimeOffset Now);

/// <summary>What an import will do, decided row by row before anything is written.</summary>
public sealed record ImportPlan(IReadOnlyList<ImportLine> Lines, IReadOnlyList<Facility> NewFacilities)
{
    public int Count(ImportAct act) => Lines.Count(line => line.Act == act);

    /// <summary>Rows that are refused only because this person may not add their facility.</summary>
    public IReadOnlyList<ImportLine> WithoutFacility => [.. Lines.Where(line => line.IsFacilityUnknown)];

    public IReadOnlyList<string> UnknownFacilities => [.. WithoutFacility.Select(line => line.FacilityName).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static ImportPlan Make(IEnumerable<ImportRow> rows, ImportGround ground)
    {
        var all = rows.ToList();
        var facilities = new ImportFacilities(ground, all);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<ImportLine> lines = [];
        foreach (var row in all)
        {
            var line = row.Refusal is { } refusal ? Refuse(row, row.FacilityName, refusal)
                : !seen.TryAdd(row.RequisitionId, row.Number) ? Refuse(row, row.FacilityName, $"Row {seen[row.RequisitionId]} has the same requisition id. Remove one of the two.")
                : ground.Existing.TryGetValue(row.RequisitionId, out var existing) ? Meet(row, existing, ground)
                : Create(row, facilities, ground);
            lines.Add(line);
        }

        return new ImportPlan(lines, facilities.Used(lines));
    }

    private static ImportLine Create(ImportRow row, ImportFacilities facilities, ImportGround ground)
    {
        var (facility, isNew, refusal) = facilities.For(row);
        if (facility is null)
            return Refuse(row, row.FacilityName, refusal!);
        if (isNew ? !ground.MayAddFacilities : !ground.Scope.Includes(facility.Id))
            return Refuse(row, facility.Name, isNew
                ? $"{facility.Name} is not among the facilities. Ask an administrator to add it, or choose one facility for all rows."
                : $"{facility.Name} is a facility that you do not work for.") with { IsFacilityUnknown = isNew };

        return new ImportLine(row, ImportAct.Create, facility.Name, facility.Id, "", []);
    }

    private static ImportLine Meet(ImportRow row, Vacancy existing, ImportGround ground)
    {
        var place = existing.Facility?.Name ?? "";
        if (!ground.Scope.Includes(existing.FacilityId))
            return Refuse(row, place, $"This requisition id belongs to {place}, a facility that you do not work for.");

        var changes = ImportUpdate.Apply(row, existing);
        if (changes.Count == 0)
            return new ImportLine(row, ImportAct.Unchanged, place, existing.FacilityId, "", [], existing.Id);
        if (existing.IsClosed)
            return Refuse(row, place, $"The vacancy is closed and is not changed. The row has another {string.Join(", ", changes)}.");

        var problems = existing.State == VacancyState.Open ? VacancyRules.ProblemsToOpen(existing, existing.Today(ground.Now)) : VacancyRules.ProblemsToSave(existing);
        return problems.Count > 0
            ? Refuse(row, place, $"The row would spoil the vacancy. {string.Join(' ', problems.Select(problem => problem.Sentence))}")
            : new ImportLine(row, ImportAct.Update, place, existing.FacilityId, "", changes, existing.Id);
    }

    private static ImportLine Refuse(ImportRow row, string facility, string why) => new(row, ImportAct.Refused, facility, Guid.Empty, why, []);
}
