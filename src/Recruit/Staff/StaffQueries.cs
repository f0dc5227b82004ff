using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;

namespace Recruit.Staff;

public static class StaffQueries
{
    public static Task<bool> AnyAdministratorAsync(this IQueryable<StaffMember> staff, CancellationToken ct = default)
        => staff.AnyAsync(person => (person.Roles & StaffRoles.Administrator) != 0 && !person.Disabled, ct);

    public static Task<StaffMember?> ByEmailAsync(this IQueryable<StaffMember> staff, string email, CancellationToken ct = default)
    {
        var address = StaffMember.Normalize(email);
        return staff.SingleOrDefaultAsync(person => person.NormalizedEmail == address, ct);
    }

    /// <exception cref="NotAllowedException">Somebody has this address already.</exception>
    public static async Task DemandNewEmailAsync(this RecruitDb db, string email, CancellationToken ct = default)
    {
        if (await db.Users.ByEmailAsync(email, ct) is { } known)
            throw new NotAllowedException($"{known.Email} is already on the list, as {known.Name}. Make them a sign-in link instead.");
    }
}
