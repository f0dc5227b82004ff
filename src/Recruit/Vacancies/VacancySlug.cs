using System.Globalization;
using System.Text;

namespace Recruit.Vacancies;

/// <summary>The readable address of a public page: title, place and the tail of the requisition id, in ASCII.</summary>
public static class VacancySlug
{
    private const int LongestTitle = 60;
    private const int LongestPlace = 30;
    private const int LongestTail = 16;

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['ø'] = "o", ['œ'] = "oe", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i", ['&'] = " and ",
    };

    /// <param name="isTaken">Whether another vacancy has the address.</param>
    public static string Make(string title, string place, string requisitionId, Predicate<string> isTaken)
    {
        var slug = string.Join('-', new[] { Cut(Ascii(title), LongestTitle), Cut(Ascii(place), LongestPlace), Tail(Ascii(requisitionId)) }.Where(part => part.Length > 0));
        if (slug.Length == 0)
            slug = "opening";

        var free = slug;
        for (var count = 2; isTaken(free); count++)
            free = $"{slug}-{count.ToString(CultureInfo.InvariantCulture)}";
        return free;
    }

    private static string Ascii(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (Letters.TryGetValue(letter, out var letters))
                slug.Append(letters);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not '\'' and not '’')
                slug.Append(' ');
        }

        return string.Join('-', slug.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Ends at a word when the text is too long.</summary>
    private static string Cut(string slug, int most)
    {
        if (slug.Length <= most)
            return slug;
        var end = slug.LastIndexOf('-', most);
        return end > 0 ? slug[..end] : slug[..most];
    }

    private static string Tail(string slug) => slug.Length <= LongestTail ? slug : slug[^LongestTail..].TrimStart('-');
}
