namespace Recruit.Tests.Architecture;

/// <summary>A file is read top-down, in one go.</summary>
public class SizeTests
{
    [Theory]
    [InlineData("*.cs", 300)]
    [InlineData("*.razor", 150)]
    public void No_file_is_longer_than_people_read(string pattern, int most)
        => SourceTree.Files("src", pattern).Concat(SourceTree.Files("tests", pattern))
            .Select(file => (File: file, Lines: SourceTree.LinesOf(file)))
            .Where(one => one.Lines > most)
            .Select(one => $"{one.File} has {one.Lines} lines; {most} is the most")
            .ShouldBeEmpty();
}
