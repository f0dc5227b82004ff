namespace Recruit.Channels;

/// <summary>What a channel needs to act for one account. Lives as long as one call; never logged.</summary>
/// <param name="RemoteId">The network's id of the handle, organization or Page.</param>
/// <param name="Server">For networks of many servers; null elsewhere.</param>
public sealed record AccountAccess(
    Guid AccountId,
    string Handle,
    string RemoteId,
    Uri? Server,
    IReadOnlyDictionary<string, string> Secrets)
{
    public override string ToString() => $"{Handle} ({AccountId})";
}
