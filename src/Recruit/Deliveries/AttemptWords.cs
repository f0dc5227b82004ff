namespace Recruit.Deliveries;

/// <summary>What came of one try, for people.</summary>
public static class AttemptWords
{
    /// <param name="network">"X", "LinkedIn".</param>
    public static string Describe(Attempt attempt, string network) => attempt switch
    {
        { Kind: AttemptKind.Send, EndedAt: null } => $"Sent to {network}; no answer yet",
        { Kind: AttemptKind.Repeat, EndedAt: null } => $"Sent to {network} again, which makes no second post; no answer yet",
        { EndedAt: null } => $"Asked {network}; no answer yet",
        { Kind: AttemptKind.Send } => OfSend(attempt.Outcome, network),
        { Kind: AttemptKind.Repeat, Outcome: "Published" } => $"Sent to {network} again, which named the one post that stands there",
        { Kind: AttemptKind.Repeat } => $"Sent to {network} again, which makes no second post, but no clear answer came",
        { Kind: AttemptKind.Look } => OfLook(attempt.Outcome, network),
        _ => OfRemoval(attempt.Outcome, network),
    };

    private static string OfSend(string outcome, string network) => outcome switch
    {
        "Published" => $"{network} published it",
        "Rejected" => $"{network} refused it",
        "RateLimited" => $"{network}'s limit was reached, so it was not posted",
        "SignedOut" => $"{network} no longer took the account's token",
        "AccountStopped" => $"{network} stopped the account",
        "Unreachable" => $"{network} could not be reached, so nothing was sent",
        "Duplicate" => $"{network} says that it holds the same post already",
        _ => $"Sent to {network}, but no clear answer came",
    };

    private static string OfLook(string outcome, string network) => outcome switch
    {
        "Found" => $"Looked on {network}: it is live",
        "Absent" => $"Looked on {network}: it is not there",
        "Throttled" => $"Wanted to look on {network}, but its limit was reached",
        "SignedOut" => $"Wanted to look, but {network} no longer took the account's token",
        "Stopped" => $"Wanted to look, but {network} stopped the account",
        "CannotLook" => $"{network} cannot be asked",
        _ => $"Looked on {network}, but could not read the posts",
    };

    private static string OfRemoval(string outcome, string network) => outcome switch
    {
        "Removed" => $"{network} says that it is removed",
        "Gone" => $"{network} holds no such post any more",
        "Refused" => $"{network} did not remove it",
        "SignedOut" => $"{network} no longer took the account's token",
        "AccountStopped" => $"{network} stopped the account",
        _ => $"{network} did not remove it yet",
    };
}
