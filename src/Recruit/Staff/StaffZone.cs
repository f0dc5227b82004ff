using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Persistence;

namespace Recruit.Staff;

public static class StaffZone
{
    /// <summary>The zone for times that belong to no facility: that of the first facility the person works for.</summary>
    public static async Task<TimeZoneInfo> ZoneOfAsync(this RecruitDb db, Guid staffId, CancellationToken ct = default)
    {
        var scope = await db.ScopeOfAsync(staffId, ct);
        var facility = await db.Facilities.AsNoTracking()
            .Where(row => scope.FacilityIds.Count == 0 || scope.FacilityIds.Contains(row.Id))
            .OrderBy(row => row.Name).FirstOrDefaultAsync(ct);
        return facility?.Zone ?? TimeZoneInfo.Utc;
    }
}
