using System.Text.RegularExpressions;

namespace Recruit.Tests.Architecture;

/// <summary>A path that a page names exists.</summary>
public partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/README.md")]
    [InlineData("templates/README.md")]
    public void Every_path_that_is_named_exists(string page)
    {
        var text = SourceTree.Read(page);
        var links = Link().Matches(text).Select(match => Path.Combine(Path.GetDirectoryName(page)!, match.Groups[1].Value));
        var named = Span().Matches(text).Select(match => match.Groups[1].Value);

        links.Concat(named).Where(path => !SourceTree.Holds(path)).ShouldBeEmpty();
    }

    /// <summary>A link to a file of this repository, from the folder that the page stands in.</summary>
    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#]+)")]
    private static partial Regex Link();

    /// <summary>A path in code letters, from the root: `src/Recruit/Program.cs`. Patterns and commands are left out.</summary>
    [GeneratedRegex(@"`((?:src|tests|templates|\.ci)/[^`\s*{}<>]*)`")]
    private static partial Regex Span();
}
