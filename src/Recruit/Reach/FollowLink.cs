using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Templates;

namespace Recruit.Reach;

/// <param name="Path">Where it leads: the vacancy's page, or the openings of a digest.</param>
/// <param name="Source">The network, as its channel key.</param>
public sealed record FollowedLink(Guid DeliveryId, string Path, string Source, string Campaign, string Moment)
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
                Slug = (string?)row.Broadcast!.Vacancy!.Slug,
                RequisitionId = (string?)row.Broadcast.Vacancy.RequisitionId,
                row.Broadcast.FacilityId,
                row.Broadcast.Specialty,
            })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        if (found.Slug is { } slug)
            return new FollowedLink(found.DeliveryId, Urls.Job(slug), found.Channel.Value, found.RequisitionId is { Length: > 0 } requisition ? requisition : slug, found.Moment.FileName());

        var facility = await db.Facilities.AsNoTracking().SingleAsync(row => row.Id == found.FacilityId, ct);
        return new FollowedLink(found.DeliveryId, Urls.JobsOf(facility.Name, found.Specialty), found.Channel.Value, found.Specialty.Length > 0 ? found.Specialty : facility.Name, found.Moment.FileName());
    }
}
