using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

public sealed record XNumbers(long Impressions, long Likes, long Reposts, long Replies, long Quotes, long Bookmarks, long LinkClicks, long ProfileClicks)
{
    public static XNumbers Of(SandboxPost post, World world)
    {
        var growth = Growth.Of(post, world.Now);
        var seen = growth.Impressions(world.Accounts.FirstUse(post.Network, post.Account).Followers, post.Audience);
        return new XNumbers(
            seen,
            growth.Part(seen, "likes", 0.006, 0.03),
            growth.Part(seen, "reposts", 0.001, 0.009),
            growth.Part(seen, "replies", 0, 0.004),
            growth.Part(seen, "quotes", 0, 0.002),
            growth.Part(seen, "bookmarks", 0.001, 0.008),
            post.Link is null ? 0 : growth.Part(seen, "clicks", 0.008, 0.03),
            growth.Part(seen, "profile", 0.002, 0.01));
    }

    public JsonObject Public(XFields fields) => new()
    {
        [fields.Reposts] = Reposts,
        ["reply_count"] = Replies,
        ["like_count"] = Likes,
        ["quote_count"] = Quotes,
        ["bookmark_count"] = Bookmarks,
        ["impression_count"] = Impressions,
    };

    public JsonObject NonPublic() => new()
    {
        ["impression_count"] = Impressions,
        ["url_link_clicks"] = LinkClicks,
        ["user_profile_clicks"] = ProfileClicks,
        ["engagements"] = Likes + Reposts + Replies + Quotes + Bookmarks + LinkClicks + ProfileClicks,
    };

    public JsonObject Organic(XFields fields) => new()
    {
        ["impression_count"] = Impressions,
        ["like_count"] = Likes,
        ["reply_count"] = Replies,
        [fields.Reposts] = Reposts,
        ["url_link_clicks"] = LinkClicks,
        ["user_profile_clicks"] = ProfileClicks,
    };
}
