using Recruit.Sandbox.Bluesky;
using Recruit.Sandbox.Facebook;
using Recruit.Sandbox.LinkedIn;
using Recruit.Sandbox.Mastodon;
using Recruit.Sandbox.X;

namespace Recruit.Sandbox;

/// <summary>What a trainer may order each network to refuse with.</summary>
public static class Refusals
{
    public static IReadOnlyDictionary<string, Func<IResult>> Of(string network) => network switch
    {
        Networks.X => XRefusals.All,
        Networks.LinkedIn => LinkedInRefusals.All,
        Networks.Mastodon => MastodonRefusals.All,
        Networks.Bluesky => BlueskyRefusals.All,
        _ => FacebookRefusals.All,
    };
}
