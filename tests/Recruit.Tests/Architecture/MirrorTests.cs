namespace Recruit.Tests.Architecture;

/// <summary>The tests of a class are found where the class is found.</summary>
public class MirrorTests
{
    private const string Home = "tests/Recruit.Tests/";

    [Fact]
    public void Tests_stand_in_the_folder_of_what_they_test()
        => SourceTree.Files("tests/Recruit.Tests", "*Tests.cs")
            .Select(file => file[Home.Length..])
            .Where(file => !file.StartsWith("Architecture/", StringComparison.Ordinal))
            .Where(file => !SourceTree.Holds(FolderOfSource(file)))
            .ShouldBeEmpty();

    private static string FolderOfSource(string test)
    {
        var folder = Path.GetDirectoryName(test)!.Replace('\\', '/');
        return folder == "Sandbox" || folder.StartsWith("Sandbox/", StringComparison.Ordinal) ? $"src/Recruit.{folder}" : $"src/Recruit/{folder}";
    }
}
