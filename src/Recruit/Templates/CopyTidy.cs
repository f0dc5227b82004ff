using System.Text;

namespace Recruit.Templates;

/// <summary>Takes the white space out that templates leave behind, composes to NFC, and moves the spans along.</summary>
public static class CopyTidy
{
    public static (string Text, IReadOnlyList<CopySpan> Spans) Tidy(string raw, IReadOnlyList<CopySpan> spans)
    {
        // Everything here only deletes, so a place moves back by the number of characters deleted before it.
        var moved = new int[raw.Length + 1];
        var kept = new StringBuilder(raw.Length);
        var stays = Stays(raw);
        for (var i = 0; i < raw.Length; i++)
        {
            moved[i] = kept.Length;
            if (stays[i])
                kept.Append(raw[i]);
        }

        moved[raw.Length] = kept.Length;
        var tidy = Whole(kept.ToString());
        var composed = tidy.Normalize(NormalizationForm.FormC);
        return (composed, [.. spans.Select(span => Move(span, place => Compose(tidy, moved[place], composed.Length))).Where(span => span.Length > 0)]);
    }

    private static bool[] Stays(string raw)
    {
        var stays = new bool[raw.Length];
        var lineEnd = raw.Length;
        var wordsBelow = false;
        var newlinesBelow = 0;
        // From the end: white space before a line's end, blank lines beyond one, and whatever ends the text go.
        for (var i = raw.Length - 1; i >= 0; i--)
        {
            if (raw[i] == '\n')
            {
                stays[i] = wordsBelow && ++newlinesBelow <= 2;
                lineEnd = i;
            }
            else if (i + 1 < lineEnd || !char.IsWhiteSpace(raw[i]))
            {
                stays[i] = true;
                wordsBelow = true;
                newlinesBelow = 0;
            }
            else
            {
                lineEnd = i;
            }
        }

        for (var i = 0; i < raw.Length && char.IsWhiteSpace(raw[i]); i++)
            stays[i] = false;
        return stays;
    }

    private static CopySpan Move(CopySpan span, Func<int, int> place)
    {
        var start = place(span.Start);
        return span with { Start = start, Length = place(span.Start + span.Length) - start };
    }

    private static int Compose(string tidy, int place, int most) => Math.Min(tidy[..place].Normalize(NormalizationForm.FormC).Length, most);

    // Half a surrogate pair, which a template can make by cutting a text, would make Normalize throw.
    private static string Whole(string text)
    {
        var whole = text.ToCharArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
                i++;
            else if (char.IsSurrogate(whole[i]))
                whole[i] = '\uFFFD';
        }

        return new string(whole);
    }
}
