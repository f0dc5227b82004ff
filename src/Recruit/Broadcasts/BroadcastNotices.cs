using Recruit.Notices;
using Recruit.Shell;

namespace Recruit.Broadcasts;

/// <summary>What people outside of the pages hear of a broadcast.</summary>
public static class BroadcastNotices
{
    /// <summary>It waits for somebody's approval.</summary>
    public static Notice Waits(Broadcast broadcast, string title, DateTimeOffset at) => new()
    {
        Kind = NoticeKinds.NeedsYou,
        Key = $"approve:{broadcast.Id}",
        Title = $"Waits for approval: {title}",
        Text = $"{title}: {(broadcast.Planned.Count == 1 ? "1 post waits" : $"{broadcast.Planned.Count} posts wait")} for approval, submitted by {broadcast.SubmittedByName}.",
        Path = Urls.Approval(broadcast.Id),
        AboutId = broadcast.Id,
        FacilityId = broadcast.FacilityId,
        At = at,
    };
}
