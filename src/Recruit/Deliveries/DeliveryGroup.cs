using System.Linq.Expressions;

namespace Recruit.Deliveries;

/// <summary>How people sort deliveries: by what is left to do.</summary>
/// <param name="Key">Stands in the address.</param>
public sealed record DeliveryGroup(string Key, string Words, Expression<Func<Delivery, bool>> Holds)
{
    public static IReadOnlyList<DeliveryGroup> All { get; } =
    [
        new("needs-you", "Needs you", delivery => delivery.NeedsPerson || (delivery.State == DeliveryState.Held && delivery.Reason != "")),
        new("waiting", "Waiting", delivery => !delivery.NeedsPerson && (delivery.State == DeliveryState.Held || delivery.State == DeliveryState.Scheduled
            || delivery.State == DeliveryState.Sending || delivery.State == DeliveryState.Retrying || delivery.State == DeliveryState.Uncertain)),
        new("live", "Live", delivery => delivery.State == DeliveryState.Published || delivery.State == DeliveryState.Removing),
        new("over", "Over", delivery => delivery.State == DeliveryState.Removed || delivery.State == DeliveryState.Cancelled || delivery.State == DeliveryState.Skipped),
    ];

    public static DeliveryGroup? Find(string? key) => All.FirstOrDefault(group => group.Key == key);
}
