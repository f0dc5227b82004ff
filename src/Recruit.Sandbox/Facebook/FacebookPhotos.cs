using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

public static class FacebookPhotos
{
    public static async Task<IResult> CreateAsync(string page, HttpContext context, World world)
    {
        var parameters = FacebookParams.Of(context);
        if (!context.IsOwnPage(page))
            return FacebookErrors.NotYourPage(page);
        if (parameters.Source is null && parameters["url"] is null)
            return FacebookErrors.Parameter("One of url and source is required.");
        if (parameters["url"] is { } url && !FacebookCreate.IsWebAddress(url))
            return FacebookErrors.Parameter("Param url must be a valid URL.");
        if (FacebookCreate.FirstMistake(parameters) is { } mistake)
            return mistake;
        if (Publication.Of(parameters, world.Now, out var wrong) is not { } publication)
            return wrong!;

        var photo = await Photo(context, world);
        if (photo.Bytes is not null && photo.ContentType is null)
            return FacebookErrors.Parameter("Invalid image file: JPG, PNG, GIF and WEBP are supported.");

        world.Media.Put(photo);
        if (publication.VisibleFrom is null)
            return Answers.Of(200, new { id = photo.Id });

        var post = FacebookCreate.Accept(context, world, parameters["message"] ?? parameters["caption"] ?? "", publication, [photo.Id]).Post;
        return FacebookCreate.Created(post, new JsonObject { ["id"] = photo.Id, ["post_id"] = post.Id }, context, world);
    }

    /// <summary>attached_media comes as one JSON array or as attached_media[0], attached_media[1], ...</summary>
    public static IReadOnlyList<string> Attached(FacebookParams parameters) =>
    [
        .. parameters.Values
            .Where(value => value.Key == "attached_media" || value.Key.StartsWith("attached_media[", StringComparison.Ordinal))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .SelectMany(value => Entries(value.Value))
            .Select(entry => (entry as JsonObject)?["media_fbid"].Text() ?? ""),
    ];

    private static async Task<SandboxMedia> Photo(HttpContext context, World world)
    {
        var parameters = FacebookParams.Of(context);
        using var bytes = new MemoryStream();
        if (parameters.Source is { } source)
            await source.CopyToAsync(bytes, context.RequestAborted);
        return new SandboxMedia
        {
            Network = Networks.Facebook,
            Account = context.Account(),
            Id = world.Media.NextId(Networks.Facebook, world.Now),
            Bytes = parameters.Source is null ? null : bytes.ToArray(),
            AltText = parameters["alt_text_custom"],
            UploadedAt = world.Now,
        };
    }

    private static JsonArray Entries(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonArray many ? many : new JsonArray(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return new JsonArray((JsonNode?)null);
        }
    }
}
