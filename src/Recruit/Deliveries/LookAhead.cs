using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>
/// Shows the guard what is due soon, so that it has read it when the check before sending asks: a burst then waits for the networks and not for the reading.
/// Cards are drawn ahead too. The check itself stays; whatever changed meanwhile is read again.
/// </summary>
public sealed class LookAhead(IDbContextFactory<RecruitDb> databases, ComplianceGuard guard, HandInPictures pictures, ChannelCatalog channels, TimeProvider clock)
{
    private const int AtATime = 1_000;
    private const int MostCards = 40;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(25);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var soon = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Scheduled && delivery.DueAt > now && delivery.DueAt < now + Ahead)
            .OrderBy(delivery => delivery.DueAt)
            .Take(AtATime)
            .Select(delivery => new { delivery.Account!.Channel, delivery.Content, delivery.Facts })
            .ToListAsync(ct);
        foreach (var delivery in soon)
            guard.Check(delivery.Content.ToDraft(delivery.Facts, channels[delivery.Channel]));
        // The accounts of a broadcast share one card, which is kept until it is sent.
        foreach (var card in soon.SelectMany(delivery => delivery.Content.Media).Select(media => media.Card).Distinct().Take(MostCards))
            await pictures.TryPaintAsync(card, ct);
    }
}
