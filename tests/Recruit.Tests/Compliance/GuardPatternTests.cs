using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

public sealed class GuardPatternTests
{
    // The bound on any text is structural: a matcher that cannot backtrack, over a text of bounded length.
    [Fact]
    public void No_pattern_of_the_guard_can_backtrack()
    {
        var patterns = typeof(ComplianceGuard).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Recruit.Compliance", StringComparison.Ordinal) == true && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .SelectMany(field => PatternsIn(field.GetValue(null), depth: 0))
            .ToList();

        patterns.Count.ShouldBeGreaterThan(70);
        patterns.ShouldAllBe(pattern => pattern.Options.HasFlag(RegexOptions.NonBacktracking));
    }

    [Theory]
    [InlineData("our patient ")]
    [InlineData("Mr. A ")]
    [InlineData("1-")]
    [InlineData("(dot)")]
    [InlineData("\u0301")]
    [InlineData("\ud800")]
    [InlineData("ﷺ")]
    [InlineData("219-09-8765 ")]
    public void A_hostile_text_gets_an_answer_with_a_bounded_list_of_findings(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 9_900 / piece.Length));

        var verdict = Guards.Real().Check(Drafts.Of(text));

        verdict.Findings.Count.ShouldBeLessThan(20 * ComplianceModule.Rules().Count);
    }

    private static IEnumerable<Regex> PatternsIn(object? value, int depth) => value switch
    {
        Regex pattern => [pattern],
        string or null => [],
        IDictionary pairs => pairs.Values.Cast<object?>().SelectMany(one => PatternsIn(one, depth)),
        IEnumerable many => many.Cast<object?>().SelectMany(one => PatternsIn(one, depth)),
        _ when depth == 0 && value.GetType().Namespace?.StartsWith("Recruit.Compliance", StringComparison.Ordinal) == true =>
            value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).SelectMany(field => PatternsIn(field.GetValue(value), depth: 1)),
        _ => [],
    };
}
