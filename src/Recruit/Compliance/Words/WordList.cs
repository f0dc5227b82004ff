namespace Recruit.Compliance.Words;

/// <summary>The word lists that rules match with, kept as files so that a privacy reviewer can read them.</summary>
public static class WordList
{
    private const int MostPhrases = 70;

    /// <summary>Every [section] of a list as one alternation for a pattern; a space stands for any white space, also a line break.</summary>
    public static Dictionary<string, string> Alternations(string file) =>
        Sections(file).ToDictionary(section => section.Key, section => string.Join('|', section.Value));

    /// <summary>The same, cut into several: the automaton of one pattern has a largest size.</summary>
    public static Dictionary<string, string[]> Parts(string file) =>
        Sections(file).ToDictionary(section => section.Key, section => section.Value.Chunk(MostPhrases).Select(phrases => string.Join('|', phrases)).ToArray());

    private static Dictionary<string, List<string>> Sections(string file)
    {
        var sections = new Dictionary<string, List<string>>();
        List<string> current = [];
        foreach (var line in Lines(file))
        {
            if (line is ['[', .., ']'])
                sections[line[1..^1]] = current = [];
            else
                current.Add(line.Replace(" ?", @"\s{0,3}", StringComparison.Ordinal).Replace(" ", @"\s{1,3}", StringComparison.Ordinal));
        }

        return sections;
    }

    public static IEnumerable<string> Lines(string file) =>
        Text(file).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'));

    public static string Text(string file)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"Recruit.Compliance.Words.{file}")
            ?? throw new InvalidOperationException($"The word list {file} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
