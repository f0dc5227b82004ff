using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>The facets that an organization's post may be targeted by. Titles, skills, age and gender are not among them.</summary>
public static class TargetEntities
{
    private const string Path = "distribution/targetEntities";

    private static readonly Dictionary<string, string> UrnTypes = new()
    {
        ["geoLocations"] = "geo",
        ["industries"] = "industry",
        ["jobFunctions"] = "function",
        ["seniorities"] = "seniority",
        ["degrees"] = "degree",
        ["fieldsOfStudy"] = "fieldOfStudy",
        ["organizations"] = "organization",
    };

    public static IResult? FirstMistake(JsonNode? targetEntities)
    {
        if (targetEntities is null)
            return null;
        if (targetEntities is not JsonArray targets || targets.Any(target => target is not JsonObject))
            return LinkedInErrors.Invalid(Path, "an array of objects is expected");
        return targets.OfType<JsonObject>().SelectMany(target => target).Select(facet => FacetMistake(facet.Key, facet.Value)).FirstOrDefault(mistake => mistake is not null);
    }

    private static IResult? FacetMistake(string facet, JsonNode? node)
    {
        var path = $"{Path}/{facet}";
        if (facet is not ("staffCountRanges" or "interfaceLocales") && !UrnTypes.ContainsKey(facet))
            return LinkedInErrors.Unknown(path);
        if (node is not JsonArray { Count: > 0 } values)
            return LinkedInErrors.Invalid(path, "an array with at least one value is expected");
        return values.Select(value => ValueMistake(facet, path, value)).FirstOrDefault(mistake => mistake is not null);
    }

    private static IResult? ValueMistake(string facet, string path, JsonNode? value)
    {
        if (facet == "interfaceLocales")
            return value is JsonObject locale && locale["language"].Text() is { Length: 2 } && locale["country"].Text() is { Length: 2 } && locale.Count == 2
                ? null
                : LinkedInErrors.Invalid(path, "a locale has a language and a country of two letters each");

        var text = value.Text() ?? "";
        if (facet == "staffCountRanges")
            return Audience.ByStaffCount.ContainsKey(text) ? null : LinkedInErrors.Invalid(path, $"{text} is not a range of staff");

        var prefix = $"urn:li:{UrnTypes[facet]}:";
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return LinkedInErrors.Input("INVALID_URN_TYPE", path, $"{text} is not of the type {prefix}");
        return Exists(facet, text, text[prefix.Length..]) ? null : LinkedInErrors.Input("INVALID_URN_ID", path, $"{text} does not exist");
    }

    private static bool Exists(string facet, string urn, string id) => facet switch
    {
        "geoLocations" => Places.Find(urn) is not null,
        "jobFunctions" => Taxonomy.Functions.Knows(id),
        "seniorities" => Taxonomy.Seniorities.Knows(id),
        _ => id.Length is > 0 and < 10 && id.All(char.IsAsciiDigit),
    };
}
