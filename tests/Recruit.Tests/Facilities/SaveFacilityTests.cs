using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Facilities;

public sealed class SaveFacilityTests : IDisposable
{
    private readonly TestDb _db = new();

    private SaveFacility Save => new(_db, new FakeTimeProvider(A.Now));

    [Fact]
    public async Task A_facility_is_added_and_changed()
    {
        var staff = await _db.SaveAsync(StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator));
        var facility = A.Facility();
        (await Save.RunAsync(staff.Id, facility)).ShouldBeOfType<SaveFacilityResult.Saved>();
        var edited = await StoredAsync();
        edited.City = "Superior";

        (await Save.RunAsync(staff.Id, edited)).ShouldBeOfType<SaveFacilityResult.Saved>();

        (await StoredAsync()).City.ShouldBe("Superior");
    }

    [Fact]
    public async Task The_second_of_two_people_is_told()
    {
        var staff = await _db.SaveAsync(StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator), A.Facility());
        var (first, second) = (await StoredAsync(), await StoredAsync());
        first.City = "Superior";
        second.City = "Cloquet";
        await Save.RunAsync(staff.Id, first);

        (await Save.RunAsync(staff.Id, second)).ShouldBeOfType<SaveFacilityResult.Overtaken>();
        (await StoredAsync()).City.ShouldBe("Superior");
    }

    [Fact]
    public async Task A_name_is_used_once_in_any_case()
    {
        var staff = await _db.SaveAsync(StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator), A.Facility());

        var result = await Save.RunAsync(staff.Id, A.Facility("LAKESIDE hospital"));

        result.ShouldBeOfType<SaveFacilityResult.Incomplete>().Problems.ShouldHaveSingleItem().Field.ShouldBe(nameof(Facility.Name));
    }

    [Fact]
    public async Task Only_administrators_run_facilities()
    {
        var staff = await _db.SaveAsync(StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr));

        await Should.ThrowAsync<NotAllowedException>(() => Save.RunAsync(staff.Id, A.Facility()));
    }

    public void Dispose() => _db.Dispose();

    private Task<Facility> StoredAsync() => _db.ReadAsync(db => db.Facilities.AsNoTracking().SingleAsync());
}
