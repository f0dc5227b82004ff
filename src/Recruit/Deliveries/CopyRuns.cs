using System.Text.RegularExpressions;

namespace Recruit.Deliveries;

/// <summary>A stretch of words that a network draws alike.</summary>
/// <param name="IsMarked">A link or a hashtag.</param>
public sealed record CopyRun(string Text, bool IsMarked);

public static partial class CopyRuns
{
    public static IReadOnlyList<CopyRun> Of(string text)
    {
        var runs = new List<CopyRun>();
        var at = 0;
        foreach (Match mark in Marked().Matches(text))
        {
            if (mark.Index > at)
                runs.Add(new CopyRun(text[at..mark.Index], false));
            runs.Add(new CopyRun(mark.Value, true));
            at = mark.Index + mark.Length;
        }

        if (at < text.Length)
            runs.Add(new CopyRun(text[at..], false));
        return runs;
    }

    [GeneratedRegex(@"https?://\S*[^\s.,;:!?)]|(?<![\p{L}\p{N}/&])#\p{L}[\p{L}\p{N}_]*")]
    private static partial Regex Marked();
}
