namespace Recruit.Shell;

/// <summary>
/// Finds sections whose name nobody reads, because it is misspelled. The environment holds much that is not ours, so a name counts as misspelled
/// only when it holds settings and is nearly one of ours.
/// </summary>
public static class SectionNames
{
    /// <param name="known">The first part of every section's name: "Channels" of Channels:X.</param>
    public static IEnumerable<string> Mistakes(IConfiguration configuration, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return from section in configuration.GetChildren()
               where section.GetChildren().Any() && !names.Contains(section.Key, StringComparer.OrdinalIgnoreCase)
               let meant = names.Find(name => Distance(name.ToUpperInvariant(), section.Key.ToUpperInvariant()) <= Math.Min(3, name.Length / 3))
               where meant is not null
               select $"{section.Key} is no section. Did you mean {meant}?";
    }

    /// <summary>How many letters must be added, dropped or exchanged to get from one word to the other (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var above = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
                (above, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, above + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
