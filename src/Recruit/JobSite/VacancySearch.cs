using Microsoft.AspNetCore.Http.Extensions;
using Recruit.Shell;

namespace Recruit.JobSite;

/// <summary>What a visitor looks for, as it stands in the address.</summary>
public sealed record VacancySearch(string Words, string Specialty, string Place, string Facility, int Page)
{
    private const int LongestWords = 100;
    private const int MostWords = 8;
    private const int LastPage = 10_000;

    /// <summary>Every key that changes the answer; the cache keeps one answer for each combination.</summary>
    public static readonly string[] Keys = ["q", "specialty", "place", "facility", "page"];

    public static VacancySearch Everything { get; } = new("", "", "", "", 1);

    public bool IsNarrowed => Words.Length > 0 || Specialty.Length > 0 || Place.Length > 0 || Facility.Length > 0;

    public IReadOnlyList<string> WordList => [.. Words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    public static VacancySearch From(IQueryCollection query) => new(
        Clean(query["q"]), Clean(query["specialty"]), Clean(query["place"]), Clean(query["facility"]),
        int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, LastPage) : 1);

    public string Url(int page)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new[] { ("q", Words), ("specialty", Specialty), ("place", Place), ("facility", Facility) })
            if (value.Length > 0)
                query.Add(key, value);
        if (page > 1)
            query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Urls.Jobs + query;
    }

    // PostgreSQL refuses a NUL in text, and nobody searches for a control character.
    private static string Clean(string? text)
    {
        var clean = new string([.. (text ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        return clean.Length <= LongestWords ? clean : clean[..LongestWords];
    }
}
