using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

public static class XReads
{
    public static IResult ByIds(HttpContext context, World world)
    {
        var query = context.Request.Query;
        if (XFields.Mixed(query) is { } mixed)
            return mixed;
        var ids = query["ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length is 0 or > 100)
            return XProblems.InvalidRequest("ids", query["ids"], "The number of values in the `ids` query parameter must be between 1 and 100.");
        if (Array.Find(ids, id => !CallContext.IsId(id)) is { } stranger)
            return XProblems.InvalidRequest("ids", stranger, $"The `ids` query parameter value [{stranger}] is not valid");

        var data = new JsonArray();
        var errors = new JsonArray();
        foreach (var id in ids)
        {
            if (world.Posts.Find(Networks.X, id) is { IsLive: true } post)
                data.Add(XView.Of(post, XFields.Of(query), context.Account(), world, errors));
            else
                errors.Add(XProblems.Missing(id, "ids"));
        }

        var answer = new JsonObject();
        if (data.Count > 0) answer["data"] = data;
        if (errors.Count > 0) answer["errors"] = errors;
        return Answers.Of(200, answer);
    }

    public static IResult One(string id, HttpContext context, World world)
    {
        if (XFields.Mixed(context.Request.Query) is { } mixed)
            return mixed;
        if (world.Posts.Find(Networks.X, id) is not { IsLive: true } post)
            return XProblems.NotFound(id, "id");

        var errors = new JsonArray();
        var answer = new JsonObject { ["data"] = XView.Of(post, XFields.Of(context.Request.Query), context.Account(), world, errors) };
        if (errors.Count > 0) answer["errors"] = errors;
        return Answers.Of(200, answer);
    }

    public static IResult Me(HttpContext context, World world)
    {
        var account = world.Accounts.FirstUse(Networks.X, context.Account());
        var user = new JsonObject { ["id"] = account.Id, ["name"] = account.Name, ["username"] = account.Handle };
        var fields = context.Request.Query["user.fields"].ToString().Split(',');
        if (fields.Contains("description"))
            user["description"] = account.Bio;
        // The answer wears the name that was asked for.
        if (account.Pinned.Length > 0 && fields.FirstOrDefault(field => field is "pinned_tweet_id" or "pinned_post_id") is { } pinned)
            user[pinned] = account.Pinned;
        if (fields.Contains("public_metrics"))
        {
            user["public_metrics"] = new JsonObject
            {
                ["followers_count"] = account.Followers,
                ["following_count"] = account.Followers / 9,
                [XFields.Of(context.Request.Query).IsNewDialect ? "post_count" : "tweet_count"] = world.Posts.NewestFirst(Networks.X, account.Id).Count(post => post.IsLive),
                ["listed_count"] = account.Followers / 200,
            };
        }

        return Answers.Of(200, new JsonObject { ["data"] = user });
    }
}
