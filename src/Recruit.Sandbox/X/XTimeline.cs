using System.Globalization;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

/// <summary>The account's own posts, newest first, as far back as X goes. https://docs.x.com/x-api/users/get-posts, read 2026-10.</summary>
public static class XTimeline
{
    private const int Reach = 3_200;

    public static IResult Read(string id, HttpContext context, World world)
    {
        var query = context.Request.Query;
        if (XFields.Mixed(query) is { } mixed)
            return mixed;
        if (!CallContext.IsId(id))
            return XProblems.InvalidRequest("id", id, $"The `id` query parameter value [{id}] is not valid");
        if (Wish.Of(query, out var mistake) is not { } wish)
            return mistake!;
        if (world.Accounts.Find(Networks.X, id) is null)
            return Answers.Of(200, new JsonObject { ["errors"] = new JsonArray(NoSuchUser(id)) });

        var found = world.Posts.NewestFirst(Networks.X, id).Where(post => post.IsLive).Take(Reach).Where(wish.Fits).ToList();
        var shown = found.Take(wish.Most).ToList();
        var errors = new JsonArray();
        var meta = new JsonObject { ["result_count"] = shown.Count };
        if (shown.Count > 0)
        {
            meta["newest_id"] = shown[0].Id;
            meta["oldest_id"] = shown[^1].Id;
        }

        if (found.Count > shown.Count)
            meta["next_token"] = Wish.TokenAfter(shown[^1]);

        var answer = new JsonObject();
        if (shown.Count > 0)
            answer["data"] = new JsonArray([.. shown.Select(post => XView.Of(post, XFields.Of(query), context.Account(), world, errors))]);
        if (errors.Count > 0)
            answer["errors"] = errors;
        answer["meta"] = meta;
        return Answers.Of(200, answer);
    }

    private static JsonObject NoSuchUser(string id)
    {
        var missing = XProblems.Missing(id, "id");
        missing["resource_type"] = "user";
        missing["detail"] = $"Could not find user with id: [{id}].";
        return missing;
    }

    private sealed record Wish(int Most, DateTimeOffset? From, DateTimeOffset? Until, long? Since, long? Before)
    {
        private const string TokenMark = "7140dibdnow9c7btw";

        public static string TokenAfter(SandboxPost post) => TokenMark + Convert.ToString(long.Parse(post.Id, CultureInfo.InvariantCulture), 16);

        public static Wish? Of(IQueryCollection query, out IResult? mistake)
        {
            IResult? first = null;
            var most = Read("max_results", text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 5 and <= 100 ? number : (int?)null, "is not between 5 and 100");
            var from = Read("start_time", XTime.Read, "is not an RFC 3339 instant in UTC");
            var until = Read("end_time", XTime.Read, "is not an RFC 3339 instant in UTC");
            var since = Read("since_id", Id, "is not a valid id");
            var before = Read("until_id", Id, "is not a valid id");
            var page = Read("pagination_token", Token, "is not valid");
            _ = Read("exclude", text => text.Split(',').All(kind => kind is "replies" or "retweets") ? true : (bool?)null, "is not one of [replies,retweets]");
            mistake = first;
            return first is null ? new Wish(most ?? 10, from, until, since, page is null || before < page ? before : page) : null;

            T? Read<T>(string name, Func<string, T?> read, string wrong)
                where T : struct
            {
                if (query[name].ToString() is not { Length: > 0 } text) return null;
                var value = read(text);
                if (value is null)
                    first ??= XProblems.InvalidRequest(name, text, $"The `{name}` query parameter value [{text}] {wrong}");
                return value;
            }
        }

        public bool Fits(SandboxPost post)
        {
            var id = long.Parse(post.Id, CultureInfo.InvariantCulture);
            return !(id <= Since) && !(id >= Before) && !(post.ReceivedAt < From) && !(post.ReceivedAt >= Until);
        }

        private static long? Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

        private static long? Token(string text) =>
            text.StartsWith(TokenMark, StringComparison.Ordinal) && long.TryParse(text[TokenMark.Length..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
