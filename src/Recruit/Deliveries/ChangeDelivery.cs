using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>What a person does to one delivery. Each act answers with the sentence that keeps it from being done, or null when it is done.</summary>
public sealed class ChangeDelivery(
    IDbContextFactory<RecruitDb> databases,
    ComplianceGuard guard,
    ChannelCatalog channels,
    Lanes lanes,
    IOptions<DeliveryOptions> options,
    TimeProvider clock)
{
    private const int LongestRemoteId = 200;

    private const string SettledMeanwhile = "There is nothing to settle: it is known where it stands.";

    private RetryTimes Times => options.Value.Times;

    /// <summary>New words. They need approval again, whatever was approved before.</summary>
    /// <param name="seenVersion">The version that the person edited.</param>
    public Task<string?> EditAsync(Guid deliveryId, Guid seenVersion, string text, Guid staffId, CancellationToken ct = default)
        => ActAsync(deliveryId, staffId, Permission.ChangeDeliveries, Acts.DeliveryEdited, delivery =>
        {
            if (!delivery.State.MayBecome(DeliveryState.Held))
                return delivery.State is DeliveryState.Sending or DeliveryState.Uncertain
                    ? "It is too late: it is already being sent."
                    : "It can no longer be edited.";
            if (delivery.Version != seenVersion)
                return "Somebody changed it while you were writing. Copy your words, open it again and edit what stands there now.";

            var content = delivery.Content with { Text = text.ReplaceLineEndings("\n").Trim() };
            if (guard.Check(content.ToDraft(delivery.Facts, channels[delivery.Account!.Channel])).Stop is { } stop)
                return $"{stop.Reason} {stop.Advice}";

            delivery.Edit(content, delivery.Facts, staffId, clock.GetUtcNow(), "Its words were edited.");
            return null;
        }, ct);

    /// <summary>Calls it off or takes it down. What is on its way is settled first, then removed.</summary>
    public Task<string?> TakeDownAsync(Guid deliveryId, string reason, Guid staffId, CancellationToken ct = default)
        => ActAsync(deliveryId, staffId, Permission.ChangeDeliveries, Acts.TakeDownAsked, delivery =>
        {
            if (delivery.State.IsFinal() || delivery.State == DeliveryState.Removing)
                return "It is already over, or coming down.";

            delivery.TakeDown(reason, clock.GetUtcNow());
            return null;
        }, ct);

    /// <summary>A person looked at the network and saw it. What should be gone is removed again.</summary>
    /// <param name="remoteId">Its id there, when the person gives it.</param>
    public async Task<string?> SayLiveAsync(Guid deliveryId, Guid staffId, string? remoteId = null, CancellationToken ct = default)
    {
        remoteId = string.IsNullOrWhiteSpace(remoteId) ? null : remoteId.Trim();
        if (remoteId is { Length: > LongestRemoteId })
            return "No network has ids as long as that. Send the id of the post, or leave it out.";
        if (remoteId is not null && await HeldElsewhereAsync(deliveryId, remoteId, ct))
            return "Another delivery of this account is the post with this id. Look again, or leave the id out.";

        return await ActAsync(deliveryId, staffId, Permission.ChangeDeliveries, Acts.DeliverySettled, delivery =>
        {
            switch (delivery.State)
            {
                case DeliveryState.Uncertain:
                    delivery.Appear(remoteId, null, clock.GetUtcNow());
                    return null;
                case DeliveryState.Removing:
                    delivery.RemoveAgain(clock.GetUtcNow());
                    return null;
                default:
                    return SettledMeanwhile;
            }
        }, ct);
    }

    /// <summary>A person looked at the network and it is not there.</summary>
    public Task<string?> SayAbsentAsync(Guid deliveryId, Guid staffId, CancellationToken ct = default)
        => ActAsync(deliveryId, staffId, Permission.ChangeDeliveries, Acts.DeliverySettled, delivery =>
        {
            switch (delivery.State)
            {
                case DeliveryState.Uncertain:
                    delivery.SaidAbsent("It was not there.", clock.GetUtcNow(), Times);
                    return null;
                case DeliveryState.Removing:
                    delivery.SeenGone(clock.GetUtcNow());
                    return null;
                default:
                    return SettledMeanwhile;
            }
        }, ct);

    /// <summary>It goes out now, although the account's monthly cap is reached.</summary>
    public Task<string?> SendBeyondCapAsync(Guid deliveryId, Guid staffId, CancellationToken ct = default)
        => ActAsync(deliveryId, staffId, Permission.RunBudgets, Acts.DeliveryBeyondCap, delivery =>
        {
            if (!delivery.AwaitsBudget)
                return "It does not wait for the monthly cap any more.";

            delivery.LetGo(clock.GetUtcNow(), beyondCap: true);
            return null;
        }, ct);

    private async Task<bool> HeldElsewhereAsync(Guid deliveryId, string remoteId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var own = db.Deliveries.Where(row => row.Id == deliveryId);
        return await db.Deliveries.AnyAsync(other => other.Id != deliveryId && other.RemoteId == remoteId && own.Any(row => row.AccountId == other.AccountId), ct);
    }

    private async Task<string?> ActAsync(Guid deliveryId, Guid staffId, Permission permission, string act, Func<Delivery, string?> change, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var delivery = await db.Deliveries.Include(row => row.Account).SingleAsync(row => row.Id == deliveryId, ct);
            var actor = await db.DemandAsync(staffId, permission, delivery.FacilityId, ct);
            if (change(delivery) is { } refusal)
                return refusal;

            db.Audit(actor, act, delivery.Id, clock.GetUtcNow(), delivery.FacilityId, $"now {delivery.State}");
            try
            {
                await db.SaveChangesAsync(ct);
                await lanes.ArmAsync(delivery.AccountId, ct);
                return null;
            }
            catch (DbUpdateConcurrencyException) when (tries < 20)
            {
                // The lane moved it at this moment: decide again on what stands there now.
            }
        }
    }
}
