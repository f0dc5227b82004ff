using System.Text.RegularExpressions;

namespace Recruit.Compliance;

/// <summary>
/// The only pattern that rules use. The common engine is small and quick, and could be held up by words made for it, so it gets a moment; a text that takes
/// longer is read by the engine that never goes back, whose time is linear in the text. That one alone would cost a megabyte and many milliseconds for each pattern.
/// A time limit alone would do worse: a busy machine would block harmless drafts.
/// </summary>
public sealed class GuardPattern
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly Regex _quick;
    private readonly Lazy<Regex> _linear;

    private GuardPattern(string pattern, RegexOptions options)
    {
        _quick = new Regex(pattern, options | RegexOptions.CultureInvariant, Moment);
        _linear = new(() => new Regex(pattern, options | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    public static GuardPattern Of(string pattern) => new(pattern, RegexOptions.IgnoreCase);

    /// <summary>For names, where a capital letter is the clue.</summary>
    public static GuardPattern WithCase(string pattern) => new(pattern, RegexOptions.None);

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        try
        {
            return _quick.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return _linear.Value.IsMatch(text);
        }
    }

    /// <summary>Where it matches, in order.</summary>
    public List<MatchSpan> In(ReadOnlySpan<char> text)
    {
        try
        {
            return Spans(_quick.EnumerateMatches(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return Spans(_linear.Value.EnumerateMatches(text));
        }
    }

    /// <summary>The text without what matches.</summary>
    public string Without(string text) => In(text) switch
    {
        [] => text,
        var found => string.Concat(found.Select((span, place) => text[(place == 0 ? 0 : found[place - 1].End)..span.Start]).Append(text[found[^1].End..])),
    };

    private static List<MatchSpan> Spans(Regex.ValueMatchEnumerator matches)
    {
        var spans = new List<MatchSpan>();
        foreach (var match in matches)
            spans.Add(new(match.Index, match.Length));
        return spans;
    }
}
