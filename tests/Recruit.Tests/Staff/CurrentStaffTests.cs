using System.Security.Claims;
using Recruit.Staff;

namespace Recruit.Tests.Staff;

public sealed class CurrentStaffTests
{
    [Fact]
    public void Roles_and_name_travel_in_the_claims()
    {
        var staff = StaffMember.Create("rita@hospital.example", "Rita Recruiter", StaffRoles.Hr | StaffRoles.Recruiter);
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, staff.Id.ToString()), .. CurrentStaff.ClaimsOf(staff)], "test"));

        user.StaffId().ShouldBe(staff.Id);
        user.StaffName().ShouldBe("Rita Recruiter");
        user.StaffRoles().ShouldBe(StaffRoles.Hr | StaffRoles.Recruiter);
        user.May(Permission.ApproveDeliveries).ShouldBeTrue();
        user.May(Permission.RunStaff).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_has_no_id_and_may_nothing()
    {
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());

        Should.Throw<NotAllowedException>(() => nobody.StaffId());
        nobody.May(Permission.EditVacancies).ShouldBeFalse();
    }
}
