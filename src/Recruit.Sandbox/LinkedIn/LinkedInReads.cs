using System.Globalization;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

public static class LinkedInReads
{
    private const int MostAtOnce = 100;

    public static IResult One(string urn, HttpContext context, World world)
    {
        if (world.Posts.Find(Networks.LinkedIn, urn) is not { IsLive: true } post)
            return LinkedInErrors.NotFound(urn);
        return post.Account == context.Account() ? Answers.Of(200, View(post)) : LinkedInErrors.Denied("Not enough permissions to access this post");
    }

    public static IResult ByAuthor(HttpContext context, World world)
    {
        var query = context.Request.Query;
        if (query["q"] != "author")
            return LinkedInErrors.Invalid("q", "the finder is author");
        if (query["author"].ToString() is not { Length: > 0 } author)
            return LinkedInErrors.Missing("author");
        if (author != $"urn:li:organization:{context.Account()}")
            return LinkedInErrors.Denied($"Not enough permissions to read the posts of {author}");
        if (Number(query["start"], 0) is not { } start || Number(query["count"], 10) is not { } count || count is < 1 or > MostAtOnce)
            return LinkedInErrors.Invalid("count", $"start counts from 0, count goes from 1 to {MostAtOnce}");
        if (query["sortBy"].ToString() is not ("" or "LAST_MODIFIED" or "CREATED") and var wrong)
            return LinkedInErrors.Invalid("sortBy", $"{wrong} is not an enum symbol");

        var live = world.Posts.NewestFirst(Networks.LinkedIn, context.Account()).Where(post => post.IsLive);
        var sorted = query["sortBy"] == "CREATED" ? live : live.OrderByDescending(post => post.EditedAt ?? post.ReceivedAt);
        return Answers.Of(200, new JsonObject
        {
            ["paging"] = new JsonObject { ["start"] = start, ["count"] = count, ["links"] = new JsonArray() },
            ["elements"] = new JsonArray([.. sorted.Skip(start).Take(count).Select(View)]),
        });
    }

    private static JsonObject View(SandboxPost post)
    {
        var view = post.Extras?.DeepClone().AsObject() ?? [];
        view["id"] = post.Id;
        view["createdAt"] = post.ReceivedAt.ToUnixTimeMilliseconds();
        view["publishedAt"] = post.ReceivedAt.ToUnixTimeMilliseconds();
        view["lastModifiedAt"] = (post.EditedAt ?? post.ReceivedAt).ToUnixTimeMilliseconds();
        return view;
    }

    private static int? Number(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
