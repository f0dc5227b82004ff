namespace Recruit.Channels;

/// <summary>The network shows strangers a profile that the hospital keeps by hand: we read it, and propose what lacks for people who look for work.</summary>
public interface IProposesProfile
{
    /// <summary>One read, only when a person asks for it. Changes nothing and posts nothing.</summary>
    /// <returns>What lacks or cannot be seen, most useful first; empty when nothing does.</returns>
    Task<IReadOnlyList<ProfileProposal>> ProposeAsync(AccountAccess account, CancellationToken ct);
}

/// <param name="Text">What lacks, what it is good for, and where a person mends it.</param>
/// <param name="Words">To copy there; null where nothing is to be written.</param>
public sealed record ProfileProposal(string Text, string? Words = null);
