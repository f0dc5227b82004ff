namespace Recruit.Sandbox.Bluesky;

public sealed record BlueskyNumbers(long Likes, long Reposts, long Replies, long Quotes)
{
    public static BlueskyNumbers Of(SandboxPost post, World world)
    {
        var growth = Growth.Of(post, world.Now);
        var seen = growth.Impressions(world.Accounts.FirstUse(post.Network, post.Account).Followers, post.Audience);
        return new BlueskyNumbers(growth.Part(seen, "likes", 0.008, 0.04), growth.Part(seen, "reposts", 0.002, 0.015), growth.Part(seen, "replies", 0, 0.005), growth.Part(seen, "quotes", 0, 0.003));
    }
}
