using System.Text.RegularExpressions;

namespace Recruit.Compliance;

/// <summary>The only maker of patterns for rules.</summary>
public static class GuardPattern
{
    // Without backtracking a match is linear in the text whatever the text is, so no words can hold the guard up.
    // A time limit would do worse: a busy machine would block harmless drafts.
    private const RegexOptions Always = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static Regex Of(string pattern) => new(pattern, Always | RegexOptions.IgnoreCase);

    /// <summary>For names, where a capital letter is the clue.</summary>
    public static Regex WithCase(string pattern) => new(pattern, Always);
}
