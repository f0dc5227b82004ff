using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

/// <summary>Pictures in one shot, and their alt text. https://docs.x.com/x-api/media, read 2026-10.</summary>
public static class XMedia
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const int MostAltText = 1_000;

    public static async Task<IResult> UploadAsync(HttpContext context, World world)
    {
        var (bytes, category) = context.Request.HasFormContentType ? await FromForm(context) : await FromJson(context);
        if (bytes is not { Length: > 0 })
            return XProblems.InvalidRequest("media", null, "media is required: bytes in a form, or base64 in JSON.");
        if (category is null)
            return XProblems.InvalidRequest("media_category", null, "media_category is required.");
        if (category != "tweet_image")
            return XProblems.InvalidRequest("media_category", category, "The practice network takes pictures only: tweet_image.");

        var media = new SandboxMedia
        {
            Network = Networks.X,
            Account = context.Account(),
            Id = world.Media.NextId(Networks.X, world.Now),
            Bytes = bytes,
            UploadedAt = world.Now,
        };
        if (bytes.Length > MostBytes)
            return XProblems.InvalidRequest("media", null, "The picture is larger than 5 MB.");
        if (media.ContentType is null)
            return XProblems.InvalidRequest("media", null, "The picture is none of JPG, PNG, GIF, WEBP.");

        world.Media.Put(media);
        return Answers.Of(200, new { data = new { id = media.Id, media_key = $"3_{media.Id}", size = bytes.Length, expires_after_secs = 86_400 } });
    }

    public static async Task<IResult> DescribeAsync(HttpContext context, World world)
    {
        var body = await JsonBody.ReadAsync(context);
        var id = body?["id"].Text();
        if (id is null || world.Media.Find(Networks.X, id) is not { } media || media.Account != context.Account())
            return XProblems.InvalidRequest("id", id, "Your media ID is invalid.");
        if ((body?["metadata"] as JsonObject)?["alt_text"] is not JsonObject alt || alt["text"].Text() is not { Length: <= MostAltText } text)
            return XProblems.InvalidRequest("metadata.alt_text.text", null, $"Alt text of at most {MostAltText} characters is expected.");

        world.Media.Put(media with { AltText = text });
        return Answers.Of(200, new { data = new { id, associated_metadata = new { alt_text = new { text } } } });
    }

    private static async Task<(byte[]? Bytes, string? Category)> FromForm(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form.Files.GetFile("media") is not { } file)
            return (null, form["media_category"]);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, context.RequestAborted);
        return (copy.ToArray(), form["media_category"]);
    }

    private static async Task<(byte[]? Bytes, string? Category)> FromJson(HttpContext context)
    {
        var body = await JsonBody.ReadAsync(context);
        var text = body?["media"].Text() ?? "";
        var bytes = new byte[text.Length];
        return (Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null, body?["media_category"].Text());
    }
}
