using System.Diagnostics;
using System.Globalization;
using Recruit.Accounts;
using Recruit.Facilities;

namespace Recruit.Deliveries;

/// <summary>Where a delivery stands, in one sentence: the answer to "is it live?" and "why was this not posted?".</summary>
/// <param name="network">"X", "LinkedIn".</param>
/// <param name="zone">The zone in which the reader thinks.</param>
/// <param name="pause">The pause that holds everything back, if one does.</param>
public sealed class DeliveryWords(string network, TimeZoneInfo zone, DateTimeOffset now, SendingPause? pause = null)
{
    public string Describe(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Held when delivery.WasSentBack => $"Waits for {(delivery.Writers.Count == 0 ? "somebody to mend it" : "its author")}. {delivery.Reason}",
        DeliveryState.Held when delivery.Reason.Length > 0 => $"Waits for approval. {delivery.Reason}",
        DeliveryState.Held when delivery.DueAt is { } due => $"Waits for approval; it would go out {At(due)}",
        DeliveryState.Held when delivery.AwaitsRelease => "Waits for approval; it would go out when the vacancy is filled",
        DeliveryState.Held => "Waits for approval; it goes out as soon as somebody approves it",
        DeliveryState.Scheduled or DeliveryState.Retrying when pause is not null && delivery.NextAt is not null => $"Waits: {pause.StartedByName} paused everything. {pause.Reason}",
        DeliveryState.Scheduled or DeliveryState.Retrying when Resting(delivery.Account) is { } rest => rest,
        DeliveryState.Scheduled when delivery.AwaitsRelease && delivery.NextAt is null => "Approved; goes out when the vacancy is filled",
        DeliveryState.Scheduled or DeliveryState.Retrying when delivery.AwaitsBudget => $"Waits for you: {delivery.Reason}",
        DeliveryState.Scheduled when delivery.NextAt <= now => $"Next in line for {network}",
        DeliveryState.Scheduled when delivery.Reason.Length > 0 => $"Goes out on {network} {At(delivery.NextAt!.Value)}. {delivery.Reason}",
        DeliveryState.Scheduled => $"Goes out on {network} {At(delivery.NextAt!.Value)}",
        DeliveryState.Sending => $"On its way to {network}",
        DeliveryState.Retrying => $"Not posted yet: {Lower(delivery.Reason)} Next try {At(delivery.NextAt ?? now)}",
        DeliveryState.Uncertain when delivery.NeedsPerson => $"We cannot tell whether this is live on {network}. {delivery.Reason} Look there and say so",
        DeliveryState.Uncertain => $"We don't know yet whether this is live: checking {network} again {At(delivery.NextAt ?? now)}",
        DeliveryState.Published => $"Live on {network} since {At(delivery.PublishedAt ?? now)}",
        DeliveryState.Rejected => $"{network} refused it: {Lower(delivery.Reason)} Edit it, or give it up",
        DeliveryState.Removing when delivery.NeedsPerson && delivery.RemovalSaidAt is not null => $"{network} says that it is removed, and we could not check. {delivery.Reason} Look there and say so",
        DeliveryState.Removing when delivery.NeedsPerson => $"{network} did not remove it. {delivery.Reason}",
        DeliveryState.Removing when Resting(delivery.Account) is { } rest => $"To be removed. {rest}",
        DeliveryState.Removing when delivery.RemovalSaidAt is not null => $"{network} says that it is removed: checking {At(delivery.NextAt ?? now)}",
        DeliveryState.Removing => $"Being removed from {network}. {delivery.Reason}".TrimEnd(),
        DeliveryState.Removed => $"Removed from {network} {At(delivery.RemovedAt ?? now)}. {delivery.Reason}".TrimEnd(),
        DeliveryState.Cancelled => $"Not posted: called off. {delivery.Reason}".TrimEnd(),
        DeliveryState.Skipped => $"Not posted. {delivery.Reason}",
        _ => throw new UnreachableException(),
    };

    /// <summary>The state in a word or two, for a chip.</summary>
    public static string InShort(DeliveryState state) => state switch
    {
        DeliveryState.Held => "Waits for approval",
        DeliveryState.Sending => "On its way",
        DeliveryState.Retrying => "Tries again",
        DeliveryState.Uncertain => "Not sure yet",
        DeliveryState.Published => "Live",
        DeliveryState.Rejected => "Refused",
        DeliveryState.Removing => "Coming down",
        DeliveryState.Removed => "Taken down",
        DeliveryState.Cancelled => "Called off",
        _ => state.ToString(),
    };

    private string? Resting(Account? account) => account switch
    {
        { State: AccountState.Paused } => $"Waits: {account.Handle} is paused. {account.StateReason}".TrimEnd(),
        { State: AccountState.SignedOut } => $"Waits: {account.Handle} is signed out of {network}. {account.StateReason}".TrimEnd(),
        { State: AccountState.Stopped } => $"Waits: {network} stopped {account.Handle}. {account.StateReason}".TrimEnd(),
        { WaitUntil: { } until } when until > now => $"Waits for {network} until {Time(until)}: limit reached",
        _ => null,
    };

    private string At(DateTimeOffset instant)
    {
        var day = zone.LocalDay(instant);
        var today = zone.LocalDay(now);
        if (day == today)
            return $"today {Time(instant)}";
        if (day == today.AddDays(1))
            return $"tomorrow {Time(instant)}";
        return $"{day.ToString(day.Year == today.Year ? "MMM d" : "MMM d, yyyy", CultureInfo.InvariantCulture)} {Time(instant)}";
    }

    private string Time(DateTimeOffset instant) => zone.LocalTime(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Lower(string sentence) => sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
