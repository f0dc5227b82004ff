using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

public static class FacebookLists
{
    private const int MostAtOnce = 100;

    public static IResult Published(string page, HttpContext context, World world) => List(page, context, world, post => post.IsVisible(world.Now));

    public static IResult Scheduled(string page, HttpContext context, World world) => List(page, context, world, post => post.IsLive && post.VisibleFrom > world.Now);

    private static IResult List(string page, HttpContext context, World world, Func<SandboxPost, bool> belongs)
    {
        var parameters = FacebookParams.Of(context);
        if (!context.IsOwnPage(page))
            return FacebookErrors.NotReadable();
        if (GraphField.Parse(parameters["fields"] ?? "") is not { } fields)
            return FacebookErrors.Parameter("Syntax error in fields");
        if (FacebookView.FirstUnknown(fields) is { } unknown)
            return FacebookErrors.Parameter($"Tried accessing nonexisting field ({unknown})");
        if (!int.TryParse(parameters["limit"] ?? "25", NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is 0 or > MostAtOnce)
            return FacebookErrors.Parameter($"Param limit must be from 1 to {MostAtOnce}");
        if (parameters["since"] is { } from && FacebookTime.Read(from) is null || parameters["until"] is { } to && FacebookTime.Read(to) is null)
            return FacebookErrors.Parameter("since and until must be Unix timestamps or dates");

        var since = FacebookTime.Read(parameters["since"] ?? "");
        var until = FacebookTime.Read(parameters["until"] ?? "");
        var found = world.Posts.NewestFirst(Networks.Facebook, context.Account())
            .Where(belongs)
            .OrderByDescending(post => post.VisibleFrom)
            .Where(post => !(post.VisibleFrom < since) && !(post.VisibleFrom > until))
            .ToList();
        if (parameters["after"] is { } cursor)
            found = [.. found.SkipWhile(post => Cursor(post) != cursor).Skip(1)];
        return Answer([.. found.Take(limit)], found.Count > limit, fields, context, world);
    }

    private static IResult Answer(IReadOnlyList<SandboxPost> shown, bool hasMore, IReadOnlyList<GraphField> fields, HttpContext context, World world)
    {
        var answer = new JsonObject { ["data"] = new JsonArray([.. shown.Select(post => FacebookView.Of(post, fields, world, context.Address()))]) };
        if (shown.Count > 0)
        {
            var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = Cursor(shown[0]), ["after"] = Cursor(shown[^1]) } };
            if (hasMore)
                paging["next"] = Next(context, Cursor(shown[^1]));
            answer["paging"] = paging;
        }

        return Answers.Of(200, answer);
    }

    /// <summary>The same call again with the cursor, without the token.</summary>
    private static string Next(HttpContext context, string cursor)
    {
        var query = context.Request.Query.Where(part => part.Key is not ("after" or "access_token")).Select(part => new KeyValuePair<string, string?>(part.Key, part.Value.ToString()));
        return new Uri(context.Address(), context.Request.Path + QueryString.Create([.. query, new("after", cursor)]).Value).AbsoluteUri;
    }

    private static string Cursor(SandboxPost post) => Convert.ToBase64String(Encoding.ASCII.GetBytes(post.Id)).TrimEnd('=');
}
