using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Sends one due delivery: check, claim, call, store.</summary>
public sealed partial class PublishDelivery(
    Outbox outbox,
    AccountHealth health,
    AccountPace pace,
    AccountBudget budget,
    LimitBook limits,
    ComplianceGuard guard,
    HandInPictures pictures,
    ChannelCatalog channels,
    TokenVault vault,
    IOptions<DeliveryOptions> options,
    DeliveryMetrics metrics,
    TimeProvider clock,
    ILogger<PublishDelivery> log)
{
    private RetryTimes Times => options.Value.Times;

    /// <param name="ct">Ends the wait for the database, never the call: a call that has left is heard out.</param>
    public async Task RunAsync(Delivery delivery, CancellationToken ct)
    {
        using var step = DeliveryMetrics.Step("publish", delivery);
        var account = delivery.Account!;
        var channel = channels[account.Channel];

        var price = channel.Limits.Price?.Invoke(delivery.Content.Text);
        if (await StoppedAsync(delivery, channel, price, ct))
            return;

        if (vault.Open(account) is not { } access)
        {
            await health.SignOutAsync(account.Id, "Its token cannot be read any more. Enter it again.", ct);
            return;
        }

        var handed = await pictures.RunAsync(delivery, channel, access, ct);
        var began = clock.GetTimestamp();
        if (await outbox.ClaimAsync(delivery, price, ct, handed) is not { } attempt)
            return;

        var request = delivery.ToRequest();
        // A machine that stood still since the claim must not send what others may have given up already.
        var isTooLate = clock.GetElapsedTime(began) >= options.Value.LeaseMargin;
        if (!isTooLate)
            metrics.Leave(delivery);
        var result = isTooLate
            ? new PublishResult.Unreachable("The program stood still before the request left, so nothing was sent.")
            : await channel.PublishAsync(request, access, CancellationToken.None);

        var number = delivery.Attempts;
        var isHeeded = true;
        var stored = await outbox.StoreAsync(delivery, row =>
        {
            isHeeded = row.Heeds(result, number);
            if (isHeeded)
                row.Record(result, clock.GetUtcNow(), Times);
        }, ct);
        if (!isHeeded)
            Log.CameTooLate(log, delivery.Id, number, result.GetType().Name, (result as PublishResult.Published)?.RemoteId, stored.State);
        await outbox.CloseAttemptAsync(attempt, stored, result.GetType().Name, result.Reason.Length > 0 ? result.Reason : handed?.Lacking ?? "", result.RequestId, ct);
        if (result is PublishResult.Published { Left: { } left })
            limits.Note(account.Id, left, clock.GetUtcNow());
        await health.NoteAsync(account, result, ct);
        step?.SetTag("recruit.outcome", result.GetType().Name);
        Log.Sent(log, delivery.Id, account.Id, result.GetType().Name, stored.State);
    }

    private async Task<bool> StoppedAsync(Delivery delivery, IChannel channel, decimal? price, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (delivery.TooLate(now, options.Value.LateAfter) is { } late)
        {
            await MoveAsync(delivery, row => row.Skip(late), Acts.DeliverySkipped, late, ct);
            return true;
        }

        // Text, facts or rules may have changed since the approval.
        var stop = guard.Check(delivery.ToDraft(channel)).Stop;
        if (!delivery.IsApproved || stop is not null)
        {
            var reason = stop?.Reason ?? "It was changed after its approval.";
            await MoveAsync(delivery, row => row.Hold(reason, now), Acts.DeliveryHeld, reason, ct);
            return true;
        }

        if (await pace.HoldsUntilAsync(delivery, ct) is { } hold)
        {
            await MoveAsync(delivery, row => row.Postpone(hold.Until, hold.Reason), Acts.DeliveryPostponed, hold.Reason, ct);
            return true;
        }

        if (await budget.HoldsUntilAsync(delivery, price, ct) is { } dear)
        {
            await MoveAsync(delivery, row => row.AwaitBudget(dear.Until, dear.Reason), Acts.DeliveryPostponed, dear.Reason, ct);
            return true;
        }

        return false;
    }

    private async Task MoveAsync(Delivery delivery, Action<Delivery> move, string act, string note, CancellationToken ct)
    {
        if (!await outbox.ChangeAsync(delivery.Id, delivery.Version, move, Actor.Clock, act, note, ct))
            Log.ChangedMeanwhile(log, delivery.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {DeliveryId} on account {AccountId}: {Outcome}, now {State}")]
        public static partial void Sent(ILogger logger, Guid deliveryId, Guid accountId, string outcome, DeliveryState state);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to try {Attempt} of delivery {DeliveryId} came too late to count: {Outcome} {RemoteId}; it is {State}")]
        public static partial void CameTooLate(ILogger logger, Guid deliveryId, int attempt, string outcome, string? remoteId, DeliveryState state);

        [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {DeliveryId} was changed by a person just before it was due")]
        public static partial void ChangedMeanwhile(ILogger logger, Guid deliveryId);
    }
}
