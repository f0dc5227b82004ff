namespace Recruit.Compliance.Patients;

/// <summary>A stretch of text between full stops, line breaks or bullets.</summary>
public readonly record struct Sentence(int Start, int End)
{
    // A text without a full stop would make one sentence of a whole page, and clues meet that have nothing in common.
    private const int Longest = 400;

    private static readonly string[] Abbreviations = ["mr", "mrs", "ms", "dr", "st", "mx", "jr", "sr", "no", "vs", "med", "rec", "approx", "rm", "dept"];

    public int Length => End - Start;

    public static IEnumerable<Sentence> In(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EndsAt(text, start, at) && at - start < Longest)
                continue;

            if (at > start)
                yield return new(start, at + 1);
            start = at + 1;
        }

        if (start < text.Length)
            yield return new(start, text.Length);
    }

    private static bool EndsAt(string text, int start, int at) => text[at] switch
    {
        '\n' => true,
        '•' or ';' => true,
        '.' or '!' or '?' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or ')') && !IsAbbreviation(text, start, at),
        _ => false,
    };

    private static bool IsAbbreviation(string text, int start, int at)
    {
        var from = at;
        while (from > start && at - from < 8 && char.IsLetter(text[from - 1]))
            from--;

        var word = text[from..at];
        return word.Length == 1 && char.IsUpper(word[0]) || text[at] == '.' && Abbreviations.Contains(word.ToLowerInvariant());
    }
}
