using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

public sealed record ShareNumbers(long Impressions, long Unique, long Clicks, long Likes, long Comments, long Reshares)
{
    public static readonly ShareNumbers None = new(0, 0, 0, 0, 0, 0);

    public static ShareNumbers Of(SandboxPost post, SandboxAccount account, DateTimeOffset now)
    {
        var growth = Growth.Of(post, now);
        var seen = growth.Impressions(account.Followers / 8, post.Audience);
        return new ShareNumbers(
            seen,
            growth.Part(seen, "unique", 0.68, 0.86),
            growth.Part(seen, "clicks", 0.012, 0.045),
            growth.Part(seen, "likes", 0.006, 0.02),
            growth.Part(seen, "comments", 0, 0.003),
            growth.Part(seen, "shares", 0, 0.004));
    }

    public ShareNumbers Plus(ShareNumbers other) => new(
        Impressions + other.Impressions,
        Unique + other.Unique,
        Clicks + other.Clicks,
        Likes + other.Likes,
        Comments + other.Comments,
        Reshares + other.Reshares);

    public JsonObject View() => new()
    {
        ["impressionCount"] = Impressions,
        ["uniqueImpressionsCount"] = Unique,
        ["clickCount"] = Clicks,
        ["likeCount"] = Likes,
        ["commentCount"] = Comments,
        ["shareCount"] = Reshares,
        ["engagement"] = Impressions == 0 ? 0 : (Clicks + Likes + Comments + Reshares) / (double)Impressions,
    };
}
