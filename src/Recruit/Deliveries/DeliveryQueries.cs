using Recruit.Channels;
using Recruit.Staff;

namespace Recruit.Deliveries;

public static class DeliveryQueries
{
    /// <param name="group">Key of a <see cref="DeliveryGroup"/>.</param>
    /// <param name="on">A network's key, or an account's id.</param>
    public static IQueryable<Delivery> Matching(this IQueryable<Delivery> deliveries, StaffScope scope, string? group, string? on, string? search)
    {
        deliveries = deliveries.VisibleTo(scope);
        if (DeliveryGroup.Find(group) is { } chosen)
            deliveries = deliveries.Where(chosen.Holds);

        if (Guid.TryParse(on, out var accountId))
            deliveries = deliveries.Where(delivery => delivery.AccountId == accountId);
        else if (!string.IsNullOrEmpty(on))
        {
            var network = new ChannelKey(on);
            deliveries = deliveries.Where(delivery => delivery.Account!.Channel == network);
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            // Lower case on both sides: the databases disagree about case in Contains.
            var words = search.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture to name.
            deliveries = deliveries.Where(delivery => delivery.Label.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return deliveries;
    }

    public static IQueryable<Delivery> NewestDueFirst(this IQueryable<Delivery> deliveries)
        => deliveries.OrderByDescending(delivery => delivery.DueAt ?? delivery.CreatedAt).ThenByDescending(delivery => delivery.Id);

    /// <summary>What has just been due stands on top, then the past, and last what is still to come, soonest first: who approved something sees it go out.</summary>
    public static IQueryable<Delivery> LatestFirst(this IQueryable<Delivery> deliveries, DateTimeOffset now)
        => deliveries.OrderBy(delivery => delivery.DueAt != null && delivery.DueAt > now)
            // A constant for all that is to come, so that the next key decides among them.
            .ThenByDescending(delivery => delivery.DueAt > now ? now : delivery.DueAt ?? delivery.CreatedAt)
            .ThenBy(delivery => delivery.DueAt).ThenByDescending(delivery => delivery.Id);
}
