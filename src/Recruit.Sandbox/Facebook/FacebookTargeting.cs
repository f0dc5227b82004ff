using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

/// <summary>targeting limits who may see a post, feed_targeting only who is likelier to. https://developers.facebook.com/docs/graph-api/reference/page/feed, read 2026-10.</summary>
public static class FacebookTargeting
{
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["targeting"] = ["age_min", "geo_locations", "locales"],
        ["feed_targeting"] =
        [
            "age_min", "age_max", "college_years", "education_statuses", "genders", "geo_locations", "interests", "locales", "relationship_statuses",
        ],
    };

    private static readonly string[] PlaceKinds = ["countries", "regions", "cities", "zips"];

    public static IResult? FirstMistake(FacebookParams parameters)
    {
        foreach (var (name, allowed) in Members)
        {
            if (parameters[name] is null) continue;
            if (parameters.Json(name) is not { } wish)
                return FacebookErrors.Parameter($"Param {name} must be a JSON object");
            if (wish.Select(member => member.Key).FirstOrDefault(member => !allowed.Contains(member)) is { } stranger)
                return FacebookErrors.Parameter($"Invalid keys \"{stranger}\" were found in param \"{name}\".");
            if (wish["age_min"] is JsonValue age && !(age.TryGetValue<int>(out var years) && years is (13 or 15 or 18 or 21 or 25)))
                return FacebookErrors.Parameter($"Param {name}[age_min] must be one of 13, 15, 18, 21, 25");
            if (wish["geo_locations"] is { } places && PlaceMistake(name, places) is { } mistake)
                return mistake;
            if (wish["locales"] is { } locales && locales is not JsonArray)
                return FacebookErrors.Parameter($"Param {name}[locales] must be an array.");
        }

        return null;
    }

    /// <summary>Both kinds side by side, as they came.</summary>
    public static JsonObject? Of(FacebookParams parameters)
    {
        var both = new JsonObject();
        foreach (var name in Members.Keys)
        {
            if (parameters.Json(name) is { } wish)
                both[name] = wish;
        }

        return both.Count > 0 ? both : null;
    }

    private static IResult? PlaceMistake(string name, JsonNode places)
    {
        if (places is not JsonObject kinds)
            return FacebookErrors.Parameter($"Param {name}[geo_locations] must be an object.");
        foreach (var (kind, values) in kinds)
        {
            if (!PlaceKinds.Contains(kind))
                return FacebookErrors.Parameter($"Invalid keys \"{kind}\" were found in param \"{name}[geo_locations]\".");
            if (values is not JsonArray { Count: > 0 } list || !list.All(value => kind == "countries" ? value.Text() is { Length: 2 } : (value as JsonObject)?["key"] is not null))
                return FacebookErrors.Parameter($"Param {name}[geo_locations][{kind}] must list {(kind == "countries" ? "two-letter codes" : "objects with a key")}.");
        }

        return null;
    }
}
