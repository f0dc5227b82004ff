namespace Recruit.Sandbox.X;

/// <summary>
/// What a read asks for. X renamed its vocabulary in August 2026 and still understands the old one; a call speaks one of them,
/// names that X does not know are ignored. https://docs.x.com/changelog, read 2026-10.
/// </summary>
public sealed record XFields(bool IsNewDialect, IReadOnlySet<string> Names)
{
    public string EditHistory => IsNewDialect ? "edit_history_post_ids" : "edit_history_tweet_ids";
    public string Reposts => IsNewDialect ? "repost_count" : "retweet_count";

    public static XFields Of(IQueryCollection query)
    {
        var isNew = query.ContainsKey("post.fields");
        var names = query[isNew ? "post.fields" : "tweet.fields"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new XFields(isNew, names.ToHashSet());
    }

    public static IResult? Mixed(IQueryCollection query) =>
        query.ContainsKey("post.fields") && query.ContainsKey("tweet.fields")
            ? XProblems.InvalidRequest("post.fields", query["post.fields"], "post.fields and tweet.fields may not be used in one request.")
            : null;

    public bool Ask(string name) => Names.Contains(name);
}
