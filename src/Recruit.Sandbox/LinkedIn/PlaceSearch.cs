namespace Recruit.Sandbox.LinkedIn;

public static class PlaceSearch
{
    private const int Most = 10;

    /// <summary>https://learn.microsoft.com/linkedin/shared/references/v2/standardized-data/locations/geo-typeahead, read 2026-10.</summary>
    public static IResult Find(HttpContext context, World _)
    {
        var query = context.Request.Query;
        if (context.Request.Headers["X-Restli-Protocol-Version"] != "2.0.0")
            return LinkedInErrors.Plain(400, "INVALID_HEADER", "X-Restli-Protocol-Version: 2.0.0 is required for this resource");
        if (query["q"] != "search")
            return LinkedInErrors.Invalid("q", "the finder is search");
        if (query["query"].ToString().Trim() is not { Length: > 0 } wanted)
            return LinkedInErrors.Missing("query");

        var found = Places.All
            .Where(place => place.DisplayText.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) || Words(place.Name).StartsWith(wanted, StringComparison.OrdinalIgnoreCase) || Words(place.Name).Contains(" " + wanted, StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(place => new { displayText = place.DisplayText, entity = place.Urn });
        return Answers.Of(200, new { elements = found, paging = new { start = 0, count = Most, links = Array.Empty<object>() } });
    }

    /// <summary>So that "St. Louis" and "saint louis" meet.</summary>
    private static string Words(string name) => name.Replace("Saint ", "St. ", StringComparison.Ordinal);
}
