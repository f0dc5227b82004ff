using Recruit.Shell;

namespace Recruit.Tests.Shell;

public sealed class RecruitHomeTests
{
    [Fact]
    public void The_home_is_found_upward_from_the_program()
    {
        var home = RecruitHome.Find([]);

        File.Exists(Path.Combine(home.Folder, "Recruit.sln")).ShouldBeTrue();
        home.DataFolder.ShouldBe(Path.Combine(home.Folder, "data"));
        home.TemplatesFolder.ShouldBe(Path.Combine(home.Folder, "templates"));
    }

    [Fact]
    public void The_home_can_be_named()
        => RecruitHome.Find(["--Recruit:Home=/srv/recruit"]).Folder.ShouldBe("/srv/recruit");
}
