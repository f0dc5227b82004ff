namespace Recruit.Sandbox.Mastodon;

public sealed record MastodonNumbers(long Favorites, long Boosts, long Replies)
{
    public static MastodonNumbers Of(SandboxPost post, World world)
    {
        var growth = Growth.Of(post, world.Now);
        var seen = growth.Impressions(world.Accounts.FirstUse(post.Network, post.Account).Followers, post.Audience);
        return new MastodonNumbers(growth.Part(seen, "favorites", 0.01, 0.05), growth.Part(seen, "boosts", 0.005, 0.04), growth.Part(seen, "replies", 0, 0.006));
    }
}
