using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Mastodon;

/// <summary>Pictures, with what they show in words. https://docs.joinmastodon.org/methods/media/#v2, read 2026-07.</summary>
public static class MastodonUploads
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostWords = 1_500;
    private const int MostInAPost = 4;

    public static async Task<IResult> TakeAsync(HttpContext context, World world)
    {
        if (!context.Request.HasFormContentType)
            return MastodonErrors.Invalid("File can't be blank");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 and <= MostBytes } file)
            return MastodonErrors.Invalid("File can't be blank");

        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, context.RequestAborted);
        var words = form["description"].ToString();
        var media = new SandboxMedia
        {
            Network = Networks.Mastodon,
            Account = context.Account(),
            Id = world.Media.NextId(Networks.Mastodon, world.Now),
            Bytes = copy.ToArray(),
            AltText = words.Length > 0 ? words : null,
            UploadedAt = world.Now,
        };
        if (media.ContentType is null)
            return MastodonErrors.Invalid("File has contents that are not what they are reported to be");
        if (words.Length > MostWords)
            return MastodonErrors.Invalid($"Description is too long (maximum is {MostWords} characters)");

        world.Media.Put(media);
        return Answers.Of(200, Told(media.Id, world, context.Address()));
    }

    /// <summary>What a new post wants to show; null when it names what this account never uploaded, or too many.</summary>
    public static IReadOnlyList<SandboxMedia>? Named(JsonObject status, string account, World world)
    {
        var ids = status["media_ids"] is JsonArray named ? named.Select(id => id.Text() ?? "").ToList() : [];
        var found = ids.Select(id => world.Media.Find(Networks.Mastodon, id)).OfType<SandboxMedia>().Where(media => media.Account == account).ToList();
        return found.Count == ids.Count && ids.Count <= MostInAPost ? found : null;
    }

    public static JsonObject Told(string id, World world, Uri address) => new()
    {
        ["id"] = id,
        ["type"] = "image",
        ["url"] = new Uri(address, $"_sandbox/media/{Networks.Mastodon}/{id}").AbsoluteUri,
        ["description"] = world.Media.Find(Networks.Mastodon, id)?.AltText,
    };
}
