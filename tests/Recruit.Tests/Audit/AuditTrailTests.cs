using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Audit;

public sealed class AuditTrailTests : IDisposable
{
    private readonly TestDb _db = new();

    [Fact]
    public async Task A_change_that_fails_leaves_no_entry()
    {
        await _db.SaveAsync(new Facility { Name = "St. Agnes" });
        await using var db = _db.CreateDbContext();
        var twin = new Facility { Name = "St. Agnes" };
        db.Facilities.Add(twin);
        db.Audit(Actor.Clock, Acts.FacilityCreated, twin.Id, TimeProvider.System.GetUtcNow());

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        (await _db.ReadAsync(other => other.AuditEntries.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_long_note_is_cut_to_what_the_column_holds()
    {
        await using var db = _db.CreateDbContext();
        db.Audit(Actor.Clock, Acts.FacilityChanged, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), note: new string('x', 900));
        await db.SaveChangesAsync();

        (await _db.ReadAsync(other => other.AuditEntries.SingleAsync())).Note.Length.ShouldBe(500);
    }

    public void Dispose() => _db.Dispose();
}
