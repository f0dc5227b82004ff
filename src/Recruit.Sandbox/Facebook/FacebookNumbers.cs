namespace Recruit.Sandbox.Facebook;

public sealed record FacebookNumbers(long Views, long Viewers, long LinkClicks, long OtherClicks, long Shares, long Comments, IReadOnlyDictionary<string, long> Reactions)
{
    private static readonly (string Kind, double Part)[] Kinds = [("like", 0.75), ("love", 0.15), ("wow", 0.02), ("haha", 0.01), ("sorry", 0.01), ("anger", 0.005)];

    public long AllReactions => Reactions.Values.Sum();

    public static FacebookNumbers Of(SandboxPost post, World world)
    {
        var growth = Growth.Of(post, world.Now);
        var views = growth.Impressions(world.Accounts.FirstUse(post.Network, post.Account).Followers, post.Audience);
        var reactions = growth.Part(views, "reactions", 0.008, 0.03);
        return new FacebookNumbers(
            views,
            growth.Part(views, "viewers", 0.7, 0.88),
            post.Link is null ? 0 : growth.Part(views, "clicks", 0.01, 0.035),
            growth.Part(views, "other", 0.004, 0.015),
            growth.Part(views, "shares", 0.001, 0.008),
            growth.Part(views, "comments", 0.001, 0.006),
            Kinds.ToDictionary(kind => kind.Kind, kind => (long)(reactions * kind.Part)));
    }
}
