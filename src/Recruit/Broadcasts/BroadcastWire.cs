using Recruit.Deliveries;
using Recruit.Templates;

namespace Recruit.Broadcasts;

/// <param name="Vacancy">Id or requisition id of an open vacancy.</param>
/// <param name="Accounts">Their ids, or their handles where one account alone has it. Left out: on each network the one that is meant for such an opening.</param>
/// <param name="Moments">announce, reminder, closingSoon, filled; announce alone when left out.</param>
/// <param name="DueAt">When the announcement goes out; left out: as soon as somebody approves it.</param>
/// <param name="ReminderEveryDays">7 when left out.</param>
/// <param name="ClosingSoonDays">Days before the closing date; 3 when left out.</param>
/// <param name="WhenLate">skip: not at all when it is too late; send: however late, up to the closing date.</param>
/// <param name="Untargeted">What becomes of a post whose audience is too small or unknown: left out or true, it goes to everyone, the notes say why, and so does the card that
/// is approved; false, the broadcast is refused with the reason.</param>
public sealed record BroadcastRequest(
    string? Vacancy, IReadOnlyList<string>? Accounts, IReadOnlyList<Moment>? Moments, DateTimeOffset? DueAt, int? ReminderEveryDays, int? ClosingSoonDays, LatePolicy? WhenLate,
    bool? Untargeted = null)
{
    public BroadcastChoices ToChoices()
    {
        var moments = Moments is { Count: > 0 } ? Moments : [Moment.Announce];
        return new BroadcastChoices(
            moments.Contains(Moment.Announce),
            DueAt,
            moments.Contains(Moment.Reminder) ? ReminderEveryDays ?? 7 : null,
            moments.Contains(Moment.ClosingSoon) ? ClosingSoonDays ?? 3 : null,
            moments.Contains(Moment.Filled),
            WhenLate ?? LatePolicy.Skip);
    }
}

/// <param name="VacancyId">Null for a digest, like the requisition id.</param>
/// <param name="Digest">The vacancies that a digest was planned with.</param>
/// <param name="Notes">What you should know, for example that an audience could not be narrowed to a place.</param>
public sealed record BroadcastAnswer(
    Guid Id, Guid? VacancyId, string? RequisitionId, IReadOnlyList<Guid> Digest, string SubmittedBy, DateTimeOffset SubmittedAt, IReadOnlyList<string> Notes, IReadOnlyList<DeliveryAnswer> Deliveries);

/// <param name="Deliveries">What you have looked at. Left out: all that wait, as they stand at this moment.</param>
public sealed record ApproveRequest(IReadOnlyList<SeenRequest>? Deliveries);

/// <param name="Hash">As you read it; when the words have changed since, the approval is refused.</param>
public sealed record SeenRequest(Guid? Id, string? Hash);

/// <param name="Refusals">One sentence for each that was not approved.</param>
public sealed record ApproveAnswer(int Approved, IReadOnlyList<string> Refusals, BroadcastAnswer Broadcast);

/// <param name="Sentence">Where it stands, in plain words: the answer to "is it live?" and "why was this not posted?".</param>
/// <param name="NextAt">When something happens next without a person.</param>
/// <param name="Hash">What an approval binds: words, link, media, audience and account.</param>
/// <param name="Version">Changes with every change.</param>
public sealed record DeliveryAnswer(
    Guid Id, Guid Version, DeliveryState State, string Sentence, bool NeedsPerson, string Label, Moment? Moment,
    Guid? BroadcastId, Guid? VacancyId, string? RequisitionId, Guid AccountId, string Network, string Handle,
    DateTimeOffset? DueAt, DateTimeOffset? NextAt, DateTimeOffset? ApprovedAt, DateTimeOffset? FirstAttemptAt, DateTimeOffset? PublishedAt, DateTimeOffset? RemovedAt,
    int Sends, string Text, string? Link, string? LinkCode, string Hash, string? RemoteId, string? RemoteUrl)
{
    public static DeliveryAnswer Of(DeliveryRow row, PlannedDelivery? planned)
    {
        var delivery = row.Delivery;
        return new DeliveryAnswer(
            delivery.Id, delivery.Version, delivery.State, row.Sentence, delivery.NeedsPerson, delivery.Label, planned?.Moment,
            planned?.BroadcastId, planned?.Broadcast?.VacancyId, planned?.Broadcast?.Vacancy?.RequisitionId, delivery.AccountId, delivery.Account!.Channel.Value, delivery.Account.Handle,
            delivery.DueAt, delivery.NextAt, delivery.ApprovedAt, delivery.FirstAttemptAt, delivery.PublishedAt, delivery.RemovedAt,
            delivery.Attempts, delivery.Content.Text, delivery.Content.Link, delivery.LinkCode, delivery.Hash, delivery.RemoteId, delivery.RemoteUrl);
    }
}

public sealed record AttemptAnswer(
    Guid Id, AttemptKind Kind, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Outcome, string Sentence, string Reason, string? RequestId, string ContentHash, string? LinkCode)
{
    public static AttemptAnswer Of(Attempt attempt, string network) => new(
        attempt.Id, attempt.Kind, attempt.StartedAt, attempt.EndedAt, attempt.Outcome, AttemptWords.Describe(attempt, network), attempt.Reason, attempt.RequestId, attempt.ContentHash, attempt.LinkCode);
}

public sealed record DeliveryDetails(DeliveryAnswer Delivery, IReadOnlyList<AttemptAnswer> Attempts);

/// <param name="Reason">For the record; may be left out.</param>
public sealed record CancelRequest(string? Reason);

/// <param name="Live">Whether the network shows it, as you saw there.</param>
/// <param name="RemoteId">The post's id there, so that its numbers can be read and it can be taken down; may be left out.</param>
public sealed record SettleRequest(bool? Live, string? RemoteId);

/// <param name="Reason">What its author should change.</param>
public sealed record SendBackRequest(string? Reason);

/// <param name="Version">The version that you edited; left out: whatever stands there.</param>
public sealed record CopyRequest(string? Text, Guid? Version);
