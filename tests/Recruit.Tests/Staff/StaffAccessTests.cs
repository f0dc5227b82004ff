using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class StaffAccessTests : IDisposable
{
    private readonly TestDb _db = new();

    [Fact]
    public async Task The_database_decides_not_the_claims()
    {
        var hana = await _db.SaveAsync(StaffMember.Create("hana@hospital.example", "Hana Hr", StaffRoles.Hr));

        (await DemandAsync(hana, Permission.EditVacancies)).ShouldBe(new Actor(hana.Id, "Hana Hr"));
        (await Should.ThrowAsync<NotAllowedException>(() => DemandAsync(hana, Permission.ApproveDeliveries))).Message
            .ShouldBe("Only recruiter may do this. Ask an administrator for the role.");
    }

    [Fact]
    public async Task Disabled_and_unknown_people_may_do_nothing()
    {
        var gone = StaffMember.Create("gone@hospital.example", "Gus Gone", StaffRoles.Administrator);
        gone.Disable();
        await _db.SaveAsync(gone);

        await Should.ThrowAsync<NotAllowedException>(() => DemandAsync(gone, Permission.RunStaff));
        await Should.ThrowAsync<NotAllowedException>(() => DemandAsync(StaffMember.Create("x@y.example", "X", StaffRoles.Administrator), Permission.RunStaff));
    }

    [Fact]
    public async Task A_person_of_one_facility_may_not_touch_another()
    {
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var hana = await _db.SaveAsync(StaffMember.Create("hana@hospital.example", "Hana Hr", StaffRoles.Hr, [mine]));

        (await DemandAsync(hana, Permission.EditVacancies, mine)).StaffId.ShouldBe(hana.Id);
        await Should.ThrowAsync<NotAllowedException>(() => DemandAsync(hana, Permission.EditVacancies, other));
    }

    [Theory]
    [InlineData(Permission.ApproveDeliveries, "recruiter")]
    [InlineData(Permission.ReadAudit, "privacy reviewer or administrator")]
    [InlineData(Permission.EditVacancies, "HR or recruiter or administrator")]
    public void Who_may_is_said_in_words(Permission permission, string words) => Permissions.WhoMay(permission).ShouldBe(words);

    [Fact]
    public void Every_permission_belongs_to_somebody()
        => Enum.GetValues<Permission>().ShouldAllBe(permission => RoleWords.All.Any(role => role.Allow(permission)));

    private Task<Actor> DemandAsync(StaffMember staff, Permission permission, Guid? facilityId = null)
        => _db.ReadAsync(db => db.DemandAsync(staff.Id, permission, facilityId));

    public void Dispose() => _db.Dispose();
}
