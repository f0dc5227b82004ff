using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

public sealed class GuardPatternTests
{
    private static readonly IReadOnlyList<object> Held =
    [
        .. typeof(ComplianceGuard).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Recruit.Compliance", StringComparison.Ordinal) == true && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .SelectMany(field => PatternsIn(field.GetValue(null), depth: 0)),
    ];

    private static readonly FieldInfo Linear = typeof(GuardPattern).GetField("_linear", BindingFlags.Instance | BindingFlags.NonPublic)!;

    [Fact]
    public void Every_pattern_of_the_guard_can_be_matched_without_going_back()
    {
        var patterns = Held.OfType<GuardPattern>().ToList();

        patterns.Count.ShouldBeGreaterThan(70);
        foreach (var pattern in patterns)
            ((Lazy<Regex>)Linear.GetValue(pattern)!).Value.Options.HasFlag(RegexOptions.NonBacktracking).ShouldBeTrue();
    }

    [Fact]
    public void No_rule_has_a_pattern_of_another_kind() => Held.OfType<Regex>().ShouldBeEmpty();

    [Fact]
    public void Words_made_to_hold_up_a_pattern_do_not()
    {
        var words = new string('a', 9_000) + "!";
        var pattern = GuardPattern.Of("(?:a+)+b|(?:a|aa)+c|a!");

        pattern.IsMatch(words).ShouldBeTrue();
        pattern.In(words).ShouldBe([new MatchSpan(8_999, 2)]);
        GuardPattern.Of("^(?:a+)+$").IsMatch(words).ShouldBeFalse();
    }

    [Fact]
    public void Without_leaves_what_does_not_match() => GuardPattern.Of(@"\bdr\. ").Without("Dr. Ann and Dr. Bob").ShouldBe("Ann and Bob");

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

    private static IEnumerable<object> PatternsIn(object? value, int depth) => value switch
    {
        GuardPattern or Regex => [value],
        string or null => [],
        IDictionary pairs => pairs.Values.Cast<object?>().SelectMany(one => PatternsIn(one, depth)),
        IEnumerable many => many.Cast<object?>().SelectMany(one => PatternsIn(one, depth)),
        _ when depth == 0 && value.GetType().Namespace?.StartsWith("Recruit.Compliance", StringComparison.Ordinal) == true =>
            value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).SelectMany(field => PatternsIn(field.GetValue(value), depth: 1)),
        _ => [],
    };
}
