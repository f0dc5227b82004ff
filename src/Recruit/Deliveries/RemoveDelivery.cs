using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>Removes a live post at its network, then looks whether it is gone. Removing twice is harmless, so no claim is needed.</summary>
public sealed partial class RemoveDelivery(
    IDbContextFactory<RecruitDb> databases,
    Outbox outbox,
    AccountHealth health,
    ChannelCatalog channels,
    TokenVault vault,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    Boot boot,
    ILogger<RemoveDelivery> log)
{
    /// <summary>One step: the removal, or the look that follows what the network said. The lane comes back for the rest.</summary>
    public Task RunAsync(Delivery delivery, CancellationToken ct) => delivery.RemovalSaidAt is null ? AskAsync(delivery, ct) : LookAsync(delivery, ct);

    private async Task AskAsync(Delivery delivery, CancellationToken ct)
    {
        using var step = DeliveryMetrics.Step("remove", delivery);
        var attempt = new Attempt { DeliveryId = delivery.Id, Kind = AttemptKind.Remove, StartedAt = clock.GetUtcNow(), Boot = boot.Id };
        var result = await RemoveAsync(delivery, ct);
        var stored = await outbox.StoreAsync(delivery, row =>
        {
            if (row.State == DeliveryState.Removing)
                row.Record(result, clock.GetUtcNow(), options.Value.Times);
        }, ct);
        await outbox.CloseAttemptAsync(attempt, stored, result.GetType().Name, result.Reason, result.RequestId, ct);
        await health.NoteAsync(delivery.AccountId, result, ct);
        step?.SetTag("recruit.outcome", result.GetType().Name);
        Log.Removed(log, delivery.Id, delivery.AccountId, result.GetType().Name);
    }

    private async Task LookAsync(Delivery delivery, CancellationToken ct)
    {
        using var step = DeliveryMetrics.Step("check removal", delivery);
        var look = new Attempt { DeliveryId = delivery.Id, Kind = AttemptKind.Look, StartedAt = clock.GetUtcNow(), Boot = boot.Id };
        var (outcome, reason, failed) = await SeeAsync(delivery, ct);
        var stored = await outbox.StoreAsync(delivery, row =>
        {
            // A person may have settled it during the look.
            if (row.State != DeliveryState.Removing || row.RemovalSaidAt is null)
                return;

            var now = clock.GetUtcNow();
            if (failed is not null)
                failed.Move(row, now, options.Value.Times);
            else if (outcome == "Found")
                row.SeenStanding(now, options.Value.Times);
            else
                row.SeenGone(now);
        }, ct);
        step?.SetTag("recruit.outcome", outcome);
        await outbox.CloseAttemptAsync(look, stored, outcome, reason, failed?.Setback?.RequestId, ct);
        if (failed?.Setback is { } setback)
            await health.NoteAsync(delivery.AccountId, setback, ct);
    }

    /// <summary>Where nobody can look, the network's word is all there is.</summary>
    private async Task<(string Outcome, string Reason, FailedLook? Failed)> SeeAsync(Delivery delivery, CancellationToken ct)
    {
        if (channels[delivery.Account!.Channel] is not IFindsPosts finder)
            return ("CannotLook", "", null);
        if (vault.Open(delivery.Account) is not { } access)
            return Failed(FailedLook.NoToken);

        return await finder.SeeAsync(delivery.RemoteId!, access, ct) switch
        {
            PostSight.Stands => ("Found", "It still stands there.", null),
            PostSight.Gone => ("Absent", "", null),
            PostSight.Unreadable unreadable => Failed(await FailedLook.OfAsync(databases, delivery.Id, unreadable.Reason, unreadable.Setback, options.Value.Times, ct)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static (string Outcome, string Reason, FailedLook? Failed) Failed(FailedLook look) => (look.Name, look.Reason, look);

    private async Task<RemoveResult> RemoveAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.RemoteId is not { } remoteId)
            return new RemoveResult.Refused("Its id on the network is not known. Remove it there, then mark it as gone.");

        return vault.Open(delivery.Account!) is { } access
            ? await channels[delivery.Account!.Channel].RemoveAsync(remoteId, access, ct)
            : new RemoveResult.SignedOut("Its token cannot be read any more. Enter it again.");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Removal of delivery {DeliveryId} on account {AccountId}: {Outcome}")]
        public static partial void Removed(ILogger logger, Guid deliveryId, Guid accountId, string outcome);
    }
}
