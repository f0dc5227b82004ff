using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recruit.Compliance;

/// <summary>Undoes what hides an identifier from a pattern: other alphabets' look-alikes, invisible characters, spelled-out dots.</summary>
public static class TextNormalizer
{
    // Letters of Cyrillic and Greek that look like Latin ones. Compatibility forms (full width, mathematical) are NFKC's work.
    private const string LookAlikes = "аАвВеЕкКмМнНоОрРсСтТуУхХіІѕЅјЈαΑΒΕΖΗΙΚΜΝοΟρΡΤυΥΧ";
    private const string Latin = "aABBeEkKMMHHoOpPcCTTyYxXiIsSjJaABEZHIKMNoOpPTuYX";

    private const string Numeral = "zero|one|two|three|four|five|six|seven|eight|nine";
    private static readonly string[] Numerals = Numeral.Split('|');

    private static readonly GuardPattern SpelledSign = GuardPattern.Of(@"\s{0,2}[\(\[\{]\s{0,2}(?:dot|at)\s{0,2}[\)\]\}]\s{0,2}");
    private static readonly GuardPattern Spaced = GuardPattern.WithCase(@"\b\p{L}(?: \p{L}){3,20}\b");
    private static readonly GuardPattern SpelledDigits = GuardPattern.Of($@"\b(?:{Numeral})(?:[ ,\-]{{1,2}}(?:{Numeral})){{2,15}}\b");
    private static readonly GuardPattern OneNumeral = GuardPattern.Of($@"\b(?:{Numeral})\b");
    private static readonly GuardPattern NumberLike = GuardPattern.WithCase(@"\b[0-9OoIl|][0-9OoIl|.\- ]{4,20}[0-9OoIl|]\b");

    public static PlainText Normalize(string place, string original)
    {
        var writer = new Writer(original.Length);
        for (var at = 0; at < original.Length;)
        {
            var length = ClusterLength(original, at);
            if (!IsEscape(original, at))
                WriteCluster(writer, original.AsSpan(at, length), at);
            at += length;
        }

        writer.Replace(SpelledSign, found => found.Contains("dot", StringComparison.OrdinalIgnoreCase) ? "." : "@");
        writer.Replace(Spaced, found => found.Replace(" ", "", StringComparison.Ordinal));
        writer.Replace(SpelledDigits, InDigits);
        writer.Replace(NumberLike, AsDigits);
        return writer.ToPlainText(place);
    }

    // A base character with its combining marks, since NFKC may join them. A bound keeps a wall of marks linear.
    private static int ClusterLength(string text, int at)
    {
        var length = Width(text, at);
        while (length < 16 && at + length < text.Length && IsMark(text, at + length))
            length += Width(text, at + length);
        return length;
    }

    // LinkedIn's copy escapes punctuation ("MR\#"), and readers never see the backslash.
    private static bool IsEscape(string text, int at) =>
        text[at] == '\\' && at + 1 < text.Length && char.IsAscii(text[at + 1]) && !char.IsLetterOrDigit(text[at + 1]);

    private static int Width(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private static bool IsMark(string text, int at) =>
        text[at] > 127 && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static void WriteCluster(Writer writer, ReadOnlySpan<char> cluster, int at)
    {
        if (cluster is [< (char)128])
        {
            writer.Write(cluster[0], at, 1);
            return;
        }

        // string.Normalize throws on half a surrogate pair.
        if (Rune.DecodeFromUtf16(cluster, out _, out _) != OperationStatus.Done)
        {
            writer.Write('\uFFFD', at, cluster.Length);
            return;
        }

        foreach (var rune in cluster.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
            WriteRune(writer, rune, at, cluster.Length);
    }

    private static void WriteRune(Writer writer, Rune rune, int at, int length)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.Format || rune.Value is 0x34F or (>= 0xFE00 and <= 0xFE0F))
            return;

        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            writer.Write((char)('0' + (int)Rune.GetNumericValue(rune)), at, length);
            return;
        }

        foreach (var unit in rune.ToString())
            writer.Write(Plain(unit), at, length);
    }

    private static char Plain(char unit) => unit switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u201C' or '\u201D' => '"',
        _ => LookAlikes.IndexOf(unit, StringComparison.Ordinal) is var found and >= 0 ? Latin[found] : unit,
    };

    // "2l9-O9-9999": letters that pass for digits, where digits are the majority.
    private static string AsDigits(string found)
    {
        var digits = found.Count(char.IsAsciiDigit);
        if (digits < 5 || found.Count(char.IsAsciiLetter) > digits / 2)
            return found;

        return found.Replace('O', '0').Replace('o', '0').Replace('I', '1').Replace('l', '1').Replace('|', '1');
    }

    // "five six three" hides a number; the last numeral's letters stand for the whole run.
    private static string InDigits(string found) =>
        string.Concat(OneNumeral.In(found).Select(span => Array.IndexOf(Numerals, found.Substring(span.Start, span.Length).ToLowerInvariant())));

    private sealed class Writer(int capacity)
    {
        private StringBuilder _text = new(capacity);
        private List<int> _starts = new(capacity);
        private List<int> _ends = new(capacity);

        public void Write(char unit, int at, int length)
        {
            _ = _text.Append(unit);
            _starts.Add(at);
            _ends.Add(at + length);
        }

        public void Replace(GuardPattern pattern, Func<string, string> to)
        {
            var before = _text.ToString();
            var (starts, ends) = (_starts, _ends);
            (_text, _starts, _ends) = (new(before.Length), new(before.Length), new(before.Length));
            var done = 0;
            foreach (var found in pattern.In(before))
            {
                CopyTo(found.Start);
                var words = to(before.Substring(found.Start, found.Length));
                for (var i = 0; i < words.Length; i++)
                    WriteWithin(words[i], found.Start, i, words.Length == found.Length ? 1 : found.Length);
                done = found.End;
            }

            CopyTo(before.Length);

            void CopyTo(int end)
            {
                for (; done < end; done++)
                    WriteWithin(before[done], done, 0, 1);
            }

            void WriteWithin(char unit, int index, int offset, int span)
            {
                var first = span == 1 ? index + offset : index;
                Write(unit, starts[first], ends[first + span - 1] - starts[first]);
            }
        }

        public PlainText ToPlainText(string place) => new(place, _text.ToString(), _starts, _ends);
    }
}
