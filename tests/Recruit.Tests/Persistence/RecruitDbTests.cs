using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Persistence;

public sealed class RecruitDbTests : IDisposable
{
    private readonly TestDb _db = new();

    [Fact]
    public async Task Of_two_who_change_a_row_at_once_the_second_is_told()
    {
        var facility = await _db.SaveAsync(new Facility { Name = "St. Agnes" });
        await using var mine = _db.CreateDbContext();
        await using var theirs = _db.CreateDbContext();
        (await mine.Facilities.SingleAsync(row => row.Id == facility.Id)).City = "Austin";
        (await theirs.Facilities.SingleAsync(row => row.Id == facility.Id)).City = "Dallas";

        await mine.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => theirs.SaveChangesAsync());
    }

    [Fact]
    public async Task Instants_are_ordered_and_compared_by_the_database_whatever_their_offset()
    {
        var noon = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        await _db.SaveAsync(Entry(noon.AddHours(1), "later"), Entry(noon.ToOffset(TimeSpan.FromHours(9)), "noon"), Entry(noon.AddHours(-1), "earlier"));

        (await _db.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.At).Select(entry => entry.Note).ToListAsync())).ShouldBe(["earlier", "noon", "later"]);
        (await _db.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.At <= noon))).ShouldBe(2);
        (await _db.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Note == "noon"))).At.ShouldBe(noon);
    }

    [Fact]
    public async Task One_role_among_several_is_found_by_a_query()
    {
        var all = StaffRoles.Hr | StaffRoles.Recruiter | StaffRoles.PrivacyReviewer | StaffRoles.Administrator;
        await _db.SaveAsync(StaffMember.Create("a@hospital.example", "A", all), StaffMember.Create("b@hospital.example", "B", StaffRoles.Hr));

        (await _db.ReadAsync(db => db.Users.Where(staff => (staff.Roles & StaffRoles.Recruiter) != 0).Select(staff => staff.Name).ToListAsync())).ShouldBe(["A"]);
    }

    [Fact]
    public async Task A_connection_waits_for_another_writer()
    {
        await using var db = _db.CreateDbContext();
        if (!db.Database.IsSqlite())
            return;

        (await db.Database.SqlQuery<int>($"SELECT timeout AS \"Value\" FROM pragma_busy_timeout").SingleAsync()).ShouldBe(5000);
        (await db.Database.SqlQuery<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync()).ShouldBe(2);
    }

    private static AuditEntry Entry(DateTimeOffset at, string note)
        => new() { At = at, ActorName = "Ada", Act = Acts.SignedIn, SubjectId = Guid.CreateVersion7(), Note = note };

    public void Dispose() => _db.Dispose();
}
