using Recruit.Staff;

namespace Recruit.Tests.Staff;

public sealed class RoleWordsTests
{
    [Fact]
    public void Every_role_has_its_words()
        => RoleWords.All.ShouldBe(Enum.GetValues<StaffRoles>().Where(role => role != StaffRoles.None));

    [Fact]
    public void The_command_line_s_words_make_roles()
        => RoleWords.FromKeys(["privacy", "hr"]).ShouldBe(StaffRoles.Hr | StaffRoles.PrivacyReviewer);

    [Theory]
    [InlineData(StaffRoles.None, "No role")]
    [InlineData(StaffRoles.Administrator | StaffRoles.Hr, "HR, Administrator")]
    public void Roles_are_named_in_the_order_of_work(StaffRoles roles, string names) => roles.Names().ShouldBe(names);
}
