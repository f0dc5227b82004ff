namespace Recruit.Deliveries;

/// <summary>Words of a network are as long as it likes; a column is not.</summary>
public static class StoredText
{
    /// <summary>The beginning, of at most so many UTF-16 units, without half a character at its end.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }
}
