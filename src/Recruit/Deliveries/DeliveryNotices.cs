using Recruit.Notices;
using Recruit.Shell;

namespace Recruit.Deliveries;

/// <summary>What people outside of the pages hear of a delivery. Neither its words nor a network's answer, which may quote them.</summary>
public static class DeliveryNotices
{
    /// <summary>Null when nothing happened that anybody must hear.</summary>
    public static Notice? Of(Delivery delivery, DateTimeOffset at) => delivery switch
    {
        { NeedsPerson: true, State: DeliveryState.Rejected } => Make(delivery, at, NoticeKinds.Failure, $"rejected:{delivery.Id}:{delivery.Attempts}",
            "The network refused it", "It was not posted, and is not tried again by itself. Edit its words or give it up."),
        { State: DeliveryState.Skipped } => Make(delivery, at, NoticeKinds.Failure, $"skipped:{delivery.Id}", "It was not posted", "Its time passed. The page says why; to post it after all, plan it again."),
        { AwaitsBudget: true } => Make(delivery, at, NoticeKinds.NeedsYou, $"cap:{delivery.Id}:{BudgetMonth(delivery)}",
            "It waits for the monthly cap", "It would exceed what its account may cost this month. Raise the cap, send it anyway or call it off; else it waits for the next month."),
        { NeedsPerson: true } => Make(delivery, at, NoticeKinds.NeedsYou, $"asks:{delivery.Id}:{delivery.State}:{delivery.Attempts}:{delivery.RemovalsUndone}",
            "It needs a person", delivery.State == DeliveryState.Uncertain ? "Nobody can tell whether it is live. Look at the network and say so." : "It did not come down at the network. Look at it there."),
        { State: DeliveryState.Held } => Make(delivery, at, NoticeKinds.NeedsYou, $"held:{delivery.Id}:{delivery.Version}", "It waits for approval again", "Something changed since it was approved, or the guard found something. Look at it before its time comes."),
        { State: DeliveryState.Published } => Make(delivery, at, NoticeKinds.Success, $"live:{delivery.Id}", "It is live", "It stands on the network."),
        _ => null,
    };

    private static string BudgetMonth(Delivery delivery) => delivery.DueAt?.ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static Notice Make(Delivery delivery, DateTimeOffset at, NoticeKinds kind, string key, string what, string text) => new()
    {
        Kind = kind,
        Key = key,
        Title = $"{what}: {delivery.Label}",
        Text = $"{delivery.Label}. {text}",
        Path = Urls.Delivery(delivery.Id),
        AboutId = delivery.Id,
        FacilityId = delivery.FacilityId,
        At = at,
    };
}
