using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Mastodon;

public static class MastodonStatuses
{
    // "Up to 1 hour" in the documentation.
    private static readonly TimeSpan KeysKept = TimeSpan.FromHours(1);

    public static async Task<IResult> CreateAsync(HttpContext context, World world)
    {
        if (await JsonBody.ReadAsync(context) is not { } body)
            return MastodonErrors.Of(400, "The request is not JSON");
        var text = (body["status"].Text() ?? "").Trim();
        if (text.Length == 0)
            return MastodonErrors.Invalid("Text can't be blank");
        if (MastodonLength.Of(text) > MastodonLength.Most)
            return MastodonErrors.Invalid($"Text character limit of {MastodonLength.Most} exceeded");
        if (body["visibility"].Text() is { } visibility and not ("public" or "unlisted" or "private" or "direct"))
            return MastodonErrors.Of(422, $"'{visibility}' is not a valid visibility");

        var account = context.Account();
        if (MastodonUploads.Named(body, account, world) is not { } media)
            return MastodonErrors.Invalid("Media attachments are not there, or too many");
        var now = world.Now;
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        // The key alone decides, not the words: a known one is answered with its first post.
        var accepted = world.Posts.Accept(
            Networks.Mastodon,
            account,
            now,
            live => key.Length == 0 ? null : live.FirstOrDefault(post => post.Extras?["key"].Text() == key && now - post.ReceivedAt < KeysKept),
            id => new SandboxPost
            {
                Network = Networks.Mastodon,
                Account = account,
                Id = id,
                Text = text,
                Sent = body["status"].Text()!,
                Link = WebLinks.First(text),
                Media = [.. media.Select(one => one.Id)],
                AltText = media.Count > 0 ? media[0].AltText : null,
                ReceivedAt = now,
                VisibleFrom = now,
                Extras = new JsonObject { ["key"] = key },
            });
        return Answers.Of(200, MastodonView.Of(accepted.Post, world, context.Address()));
    }

    public static IResult Remove(string id, HttpContext context, World world)
    {
        if (Find(id, world) is not { } post || post.Account != context.Account())
            return MastodonErrors.NotFound();
        world.Posts.Change(Networks.Mastodon, id, live => live with { RemovedAt = world.Now });
        return Answers.Of(200, MastodonView.Of(post, world, context.Address()));
    }

    public static IResult One(string id, HttpContext context, World world)
        => Find(id, world) is { } post ? Answers.Of(200, MastodonView.Of(post, world, context.Address())) : MastodonErrors.NotFound();

    public static IResult OfAccount(string account, HttpContext context, World world)
    {
        var query = context.Request.Query;
        var limit = int.TryParse(query["limit"], out var wanted) ? Math.Clamp(wanted, 1, 40) : 20;
        var olderThan = long.TryParse(query["max_id"], out var id) ? id : long.MaxValue;
        var page = world.Posts.NewestFirst(Networks.Mastodon, account).Where(post => post.IsLive && long.Parse(post.Id, System.Globalization.CultureInfo.InvariantCulture) < olderThan).Take(limit);
        return Answers.Of(200, new JsonArray([.. page.Select(post => MastodonView.Of(post, world, context.Address()))]));
    }

    private static SandboxPost? Find(string id, World world) => world.Posts.Find(Networks.Mastodon, id) is { IsLive: true } post ? post : null;
}
