using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts;
using Recruit.Persistence;
using Recruit.Templates;

namespace Recruit.Reach;

/// <param name="Slug">Of the vacancy that the delivery is about.</param>
/// <param name="Source">The network, as its channel key.</param>
public sealed record FollowedLink(Guid DeliveryId, string Slug, string Source, string Campaign, string Moment)
{
    /// <summary>What the hospital's own statistics read, whatever program keeps them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Tags =>
    [
        new("utm_source", Source),
        new("utm_medium", "social"),
        new("utm_campaign", Campaign),
        new("utm_content", Moment),
    ];
}

/// <summary>Finds where the link of a delivery leads.</summary>
public sealed class FollowLink(IDbContextFactory<RecruitDb> databases)
{
    // Codes are short; longer ones never came from us.
    private const int LongestCode = 20;

    /// <summary>Null when no delivery carries the code.</summary>
    public async Task<FollowedLink?> FindAsync(string code, CancellationToken ct)
    {
        if (code.Length > LongestCode || code.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not '-' and not '_'))
            return null;

        await using var db = await databases.CreateDbContextAsync(ct);
        var planned = db.PlannedDeliveries;
        var found = await planned
            .Where(row => row.Delivery!.LinkCode == code)
            .Select(row => new
            {
                row.DeliveryId,
                row.Moment,
                row.Delivery!.Account!.Channel,
                row.Broadcast!.Vacancy!.Slug,
                row.Broadcast.Vacancy.RequisitionId,
            })
            .SingleOrDefaultAsync(ct);
        return found is null ? null
            : new FollowedLink(found.DeliveryId, found.Slug, found.Channel.Value, found.RequisitionId.Length > 0 ? found.RequisitionId : found.Slug, found.Moment.FileName());
    }
}
