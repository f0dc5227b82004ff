using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

public static class XCreate
{
    public static async Task<IResult> CreateAsync(HttpContext context, World world)
    {
        if (await JsonBody.ReadAsync(context) is not { } body)
            return XProblems.InvalidRequest("body", null, "The request body is not a JSON object.");
        if (XBody.FirstMistake(body) is { } mistake)
            return mistake;

        var account = context.Account();
        var text = XText.Normalized(body["text"].Text() ?? "");
        var media = XBody.MediaIds(body);
        if (Refusal(text, media, body) is { } refusal)
            return refusal;
        if (media.FirstOrDefault(id => world.Media.Find(Networks.X, id)?.Account != account) is { } unknown)
            return XProblems.InvalidRequest("media.media_ids", unknown, "Your media IDs are invalid.");

        var now = world.Now;
        var accepted = world.Posts.Accept(
            Networks.X,
            account,
            now,
            live => live.FirstOrDefault(post => post.Text == text && post.Media.SequenceEqual(media) && now - post.ReceivedAt < world.Options.XDuplicateWindow),
            id => new SandboxPost
            {
                Network = Networks.X,
                Account = account,
                Id = id,
                Text = text,
                Sent = body["text"].Text() ?? "",
                Link = WebLinks.First(text),
                ReceivedAt = now,
                VisibleFrom = now,
                Media = media,
                AltText = media.Select(id => world.Media.Find(Networks.X, id)?.AltText).FirstOrDefault(),
            });
        return accepted.IsDuplicate ? XProblems.Duplicate() : Created(accepted.Post);
    }

    private static IResult? Refusal(string text, IReadOnlyList<string> media, JsonObject body)
    {
        if (text.Length == 0 && media.Count == 0)
            return XProblems.InvalidRequest("text", null, "Either text or media is required.");
        if (text.AsSpan().IndexOfAny('\uFFFE', '\uFEFF', '\uFFFF') >= 0)
            return XProblems.InvalidRequest("text", text, "The text holds characters that are not allowed.");
        if (XText.WeightedLength(text) is var length && length > XText.Most)
            return XProblems.InvalidRequest("text", text, $"The text is too long: its weighted length is {length}, {XText.Most} is the most.");
        if (XText.Cashtags(text) > 1)
            return XProblems.Forbidden("You are not permitted to create a post with more than one cashtag.");

        // Self-serve plans lost these two in 2026: https://docs.x.com/x-api/posts, read 2026-10.
        if (body["quote_tweet_id"] is not null)
            return XProblems.Forbidden("Quote posts are not available to self-serve plans.");
        return body["reply"] is null ? null : XProblems.Forbidden("You may reply only to a conversation in which you are mentioned or quoted.");
    }

    private static IResult Created(SandboxPost post) => Answers.Of(201, new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["id"] = post.Id,
            ["text"] = XText.Shortened(post.Id, post.Text),
            ["edit_history_post_ids"] = new JsonArray(post.Id),
        },
    });
}
