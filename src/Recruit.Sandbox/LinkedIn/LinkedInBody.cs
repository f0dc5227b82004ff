using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>The members of a post. https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api, read 2026-10.</summary>
public static class LinkedInBody
{
    private const int MostCommentary = 3_000;
    private const int MostAltText = 4_086;

    private static readonly string[] Required = ["author", "commentary", "visibility", "distribution", "lifecycleState"];

    private static readonly string[] Members =
        [.. Required, "content", "isReshareDisabledByAuthor", "contentCallToActionLabel", "contentLandingPage", "adContext", "reshareContext"];

    private static readonly Dictionary<string, string[]> Inner = new()
    {
        ["distribution"] = ["feedDistribution", "targetEntities", "thirdPartyDistributionChannels"],
        ["content"] = ["article", "media", "multiImage", "poll", "carousel"],
        ["content/article"] = ["source", "title", "description", "thumbnail", "thumbnailAltText"],
        ["content/media"] = ["id", "title", "altText"],
        ["content/multiImage"] = ["images", "altText"],
    };

    public static IResult? FirstMistake(JsonObject body)
    {
        if (StrangeMember(body, "", Members) is { } stranger)
            return stranger;
        if (Array.Find(Required, name => body[name] is null) is { } missing)
            return LinkedInErrors.Missing(missing);
        if (body["commentary"].Text() is not { } commentary)
            return LinkedInErrors.Invalid("commentary", "a string is expected");
        // Counted as sent, with its escapes: the strictest reading of an undocumented unit.
        if (commentary.Length > MostCommentary)
            return LinkedInErrors.Input("FIELD_LENGTH_TOO_LONG", "commentary", $"{commentary.Length} characters exceed the maximum of {MostCommentary}");
        if (body["visibility"].Text() is not ("PUBLIC" or "CONNECTIONS" or "LOGGED_IN" or "CONTAINER"))
            return LinkedInErrors.Invalid("visibility", $"{body["visibility"]} is not an enum symbol");
        if (body["lifecycleState"].Text() is not "PUBLISHED")
            return LinkedInErrors.Invalid("lifecycleState", "only PUBLISHED is accepted on create");
        return DistributionMistake(body["distribution"] as JsonObject) ?? ContentMistake(body["content"]);
    }

    public static IReadOnlyList<string> Images(JsonObject body)
    {
        var content = body["content"] as JsonObject;
        var single = content?["media"]?["id"].Text() ?? content?["article"]?["thumbnail"].Text();
        return single is not null ? [single] : content?["multiImage"]?["images"] is JsonArray images ? [.. images.Select(image => (image as JsonObject)?["id"].Text() ?? "")] : [];
    }

    private static IResult? DistributionMistake(JsonObject? distribution)
    {
        if (distribution?["feedDistribution"].Text() is not ("MAIN_FEED" or "NONE"))
            return LinkedInErrors.Invalid("distribution/feedDistribution", "MAIN_FEED or NONE is expected");
        if (TargetEntities.FirstMistake(distribution["targetEntities"]) is { } mistake)
            return mistake;

        // A dark post cannot be targeted, and the real service says so in this odd way.
        return distribution["feedDistribution"].Text() == "NONE" && distribution["targetEntities"] is JsonArray { Count: > 0 } ? LinkedInErrors.NotFound("Resource") : null;
    }

    private static IResult? ContentMistake(JsonNode? content)
    {
        if (content is null)
            return null;
        if (content is not JsonObject { Count: 1 } one)
            return LinkedInErrors.Invalid("content", "exactly one kind of content is expected");
        if (one.ContainsKey("carousel"))
            return LinkedInErrors.Invalid("content/carousel", "carousels are for sponsored posts only");
        if (one["article"] is JsonObject article && !IsWebAddress(article["source"].Text()))
            return article["source"] is null ? LinkedInErrors.Missing("content/article/source") : LinkedInErrors.Invalid("content/article/source", "not a URL");
        if (one["media"] is JsonObject media && media["id"].Text() is null)
            return LinkedInErrors.Missing("content/media/id");
        if (one["media"] is JsonObject pictured && pictured["altText"].Text()?.Length > MostAltText)
            return LinkedInErrors.Input("FIELD_LENGTH_TOO_LONG", "content/media/altText", $"more than {MostAltText} characters");
        return one["multiImage"] is JsonObject many && many["images"] is not JsonArray { Count: >= 2 and <= 20 } ? LinkedInErrors.Invalid("content/multiImage/images", "2 to 20 images are expected") : null;
    }

    private static IResult? StrangeMember(JsonObject body, string path, string[] members)
    {
        foreach (var (name, value) in body)
        {
            var inside = path.Length == 0 ? name : $"{path}/{name}";
            if (!members.Contains(name))
                return LinkedInErrors.Unknown(inside);
            if (!Inner.TryGetValue(inside, out var inner) || value is null) continue;
            if (value is not JsonObject child)
                return LinkedInErrors.Invalid(inside, "an object is expected");
            if (StrangeMember(child, inside, inner) is { } stranger)
                return stranger;
        }

        return null;
    }

    private static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
