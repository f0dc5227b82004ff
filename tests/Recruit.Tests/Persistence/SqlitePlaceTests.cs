using Recruit.Persistence;
using Recruit.Shell;

namespace Recruit.Tests.Persistence;

public sealed class SqlitePlaceTests : IDisposable
{
    private readonly RecruitHome _home = new(Directory.CreateTempSubdirectory("recruit-place-").FullName);

    [Fact]
    public void Nothing_configured_means_the_data_folder_which_is_made()
    {
        SqlitePlace.FileOf(SqlitePlace.ConnectionString("", _home)).ShouldBe(Path.Combine(_home.Folder, "data", "recruit.db"));
        Directory.Exists(_home.DataFolder).ShouldBeTrue();
    }

    [Fact]
    public void A_relative_path_begins_at_the_home_folder()
        => SqlitePlace.FileOf(SqlitePlace.ConnectionString("Data Source=other/x.db;Cache=Private", _home)).ShouldBe(Path.Combine(_home.Folder, "other", "x.db"));

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public void A_database_in_memory_has_no_file(string configured)
        => SqlitePlace.FileOf(SqlitePlace.ConnectionString(configured, _home)).ShouldBeNull();

    [Fact]
    public void A_second_app_does_not_get_the_same_file()
    {
        var database = new DatabaseOptions();
        using (SqlitePlace.Claim(database, _home))
            Should.Throw<IOException>(() => SqlitePlace.Claim(database, _home));

        SqlitePlace.Claim(database, _home).ShouldNotBeNull().Dispose();
    }

    public void Dispose() => Directory.Delete(_home.Folder, recursive: true);
}
