using Recruit.Staff;

namespace Recruit.Audit;

public static class AuditQueries
{
    /// <summary>Entries that the person may see: those of their facilities, and those that belong to none.</summary>
    public static IQueryable<AuditEntry> Matching(this IQueryable<AuditEntry> entries, StaffScope scope, string? act, string? search)
    {
        if (scope.FacilityIds.Count > 0)
            entries = entries.Where(entry => entry.FacilityId == null || scope.FacilityIds.Contains(entry.FacilityId.Value));
        if (!string.IsNullOrEmpty(act))
            entries = entries.Where(entry => entry.Act == act);
        if (!string.IsNullOrWhiteSpace(search))
        {
            // Lower case on both sides: the databases disagree about case in Contains.
            var words = search.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture to name.
            entries = entries.Where(entry => entry.ActorName.ToLower().Contains(words) || entry.Note.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return entries;
    }
}
