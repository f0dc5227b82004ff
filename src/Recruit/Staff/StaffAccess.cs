using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>Who acts: a member of staff, or a clock job.</summary>
public sealed record Actor(Guid? StaffId, string Name)
{
    public static Actor Clock { get; } = new(null, "Clock");
}

/// <summary>A person tried what their roles or facilities do not allow. The message is fit to be shown.</summary>
public sealed class NotAllowedException(string message) : Exception(message);

/// <summary>A row that belongs to one facility and is seen only by its staff.</summary>
public interface IFacilityOwned
{
    Guid FacilityId { get; }
}

/// <summary>The facilities that a person may see; all of them when <see cref="FacilityIds"/> is empty.</summary>
public sealed record StaffScope(IReadOnlyList<Guid> FacilityIds)
{
    public bool Includes(Guid facilityId) => FacilityIds.Count == 0 || FacilityIds.Contains(facilityId);
}

/// <summary>Roles and facilities are read from the database at each act: a circuit's claims may be hours old.</summary>
public static class StaffAccess
{
    extension(RecruitDb db)
    {
        /// <exception cref="NotAllowedException">The person is unknown, disabled, lacks the role, or works for other facilities.</exception>
        public async Task<Actor> DemandAsync(Guid staffId, Permission permission, Guid? facilityId = null, CancellationToken ct = default)
        {
            var staff = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == staffId && !user.Disabled, ct)
                ?? throw new NotAllowedException("Your access has ended. Ask an administrator.");

            if (!staff.Roles.Allow(permission))
                throw new NotAllowedException($"Only {Permissions.WhoMay(permission)} may do this. Ask an administrator for the role.");

            if (facilityId is { } facility && !new StaffScope(staff.FacilityIds).Includes(facility))
                throw new NotAllowedException("This belongs to a facility that you do not work for.");

            return new Actor(staff.Id, staff.Name);
        }

        public async Task<StaffScope> ScopeOfAsync(Guid staffId, CancellationToken ct = default)
        {
            var staff = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == staffId && !user.Disabled, ct)
                ?? throw new NotAllowedException("Your access has ended. Ask an administrator.");
            return new StaffScope(staff.FacilityIds);
        }
    }

    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, StaffScope scope) where T : class, IFacilityOwned
        => scope.FacilityIds.Count == 0 ? rows : rows.Where(row => scope.FacilityIds.Contains(row.FacilityId));
}
