using System.Text.RegularExpressions;

namespace Recruit.Deliveries;

public enum CopyChange
{
    Same,
    Removed,
    Added,
}

/// <summary>What became of words, word by word: the longest common run of them is kept.</summary>
public static partial class CopyDiff
{
    // Beyond this the table would cost more than the answer is worth; the middle is then shown as replaced.
    private const int LargestTable = 4_000_000;

    public static IReadOnlyList<(CopyChange Change, string Text)> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
            head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;

        var parts = new List<(CopyChange Change, string Text)>();
        Add(parts, CopyChange.Same, old[..head]);
        Middle(parts, old[head..^tail], now[head..^tail]);
        Add(parts, CopyChange.Same, old[^tail..]);
        return parts;
    }

    private static void Middle(List<(CopyChange, string)> parts, string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > LargestTable)
        {
            Add(parts, CopyChange.Removed, old);
            Add(parts, CopyChange.Added, now);
            return;
        }

        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var (at, to) = (0, 0);
        while (at < old.Length || to < now.Length)
        {
            if (at < old.Length && to < now.Length && old[at] == now[to])
            {
                Add(parts, CopyChange.Same, [old[at++]]);
                to++;
            }
            else if (at < old.Length && (to == now.Length || common[at + 1, to] >= common[at, to + 1]))
                Add(parts, CopyChange.Removed, [old[at++]]);
            else
                Add(parts, CopyChange.Added, [now[to++]]);
        }
    }

    /// <summary>Neighbors of one kind become one part.</summary>
    private static void Add(List<(CopyChange Change, string Text)> parts, CopyChange change, string[] words)
    {
        var text = string.Concat(words);
        if (text.Length == 0)
            return;
        if (parts.Count > 0 && parts[^1].Change == change)
            parts[^1] = (change, parts[^1].Text + text);
        else
            parts.Add((change, text));
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\s+|\S+")]
    private static partial Regex Word();
}
