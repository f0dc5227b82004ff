using Microsoft.Extensions.Options;
using Recruit.Shell;

namespace Recruit.Channels.X;

/// <summary>
/// The handle's profile: https://docs.x.com/x-api/users/get-my-user. Of its fields only the numbers are confirmed; an unknown name is ignored with a yes,
/// so what X does not tell is proposed in words that are also right where it is there already.
/// </summary>
public sealed class XProfile(XApi api, IOptions<SiteOptions> site)
{
    public async Task<IReadOnlyList<ProfileProposal>> ProposeAsync(AccountAccess account, CancellationToken ct)
    {
        if (await api.ProfileAsync(account, ct) is not Answer answer || answer.Read<XEnvelope<XUser>>(XWire.Json)?.Data is not { } user)
            return [new ProfileProposal("X did not show the handle's profile. Try it by reading once more later.")];

        var jobs = site.Value.Absolute(Urls.Jobs);
        var proposals = new List<ProfileProposal>();
        if (!LeadsTo(new Uri(jobs).Authority, user))
            proposals.Add(new ProfileProposal("X shows no way from the bio to the jobs site, and people look there first. Add this line under Edit profile:", $"Job openings: {jobs}"));
        if (user is { PinnedTweetId: not { Length: > 0 }, PinnedPostId: not { Length: > 0 } })
            proposals.Add(new ProfileProposal("X shows no pinned post. Post these words yourself on X and pin them, so that they stand above all openings:",
                $"How to apply: choose an opening at {jobs} and follow its link. The page says what the work is, what it pays, and whom to ask."));
        // No field of X's interface tells it.
        proposals.Add(new ProfileProposal("X tells no program whether the handle carries the label of automated accounts, which it asks of accounts that programs post to. "
            + "Look under Settings, Your account, Automation, and name the hospital's main account as the one that runs it."));
        return proposals;
    }

    private static bool LeadsTo(string host, XUser user)
        => new[] { user.Entities?.Url, user.Entities?.Description }.SelectMany(part => part?.Urls ?? []).Select(url => url?.ExpandedUrl)
            .Append(user.Description).Any(words => words?.Contains(host, StringComparison.OrdinalIgnoreCase) == true);
}
