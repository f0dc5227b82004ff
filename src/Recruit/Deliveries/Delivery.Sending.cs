using System.Diagnostics;
using Recruit.Channels;

namespace Recruit.Deliveries;

/// <summary>The moves that the lane makes.</summary>
public sealed partial class Delivery
{
    /// <summary>Why it may no longer go out; null while it may.</summary>
    public string? TooLate(DateTimeOffset now, TimeSpan lateAfter)
    {
        if (NotAfter <= now)
            return "The closing date has passed.";
        if (LatePolicy == LatePolicy.Skip && DueAt is { } due && now - due > lateAfter)
            return $"It was more than {lateAfter.TotalHours:0.#} hours late.";
        return null;
    }

    /// <summary>The account may not post yet: it becomes due later, and says why.</summary>
    public void Postpone(DateTimeOffset to, string reason)
    {
        if (State is not (DeliveryState.Scheduled or DeliveryState.Retrying))
            throw new InvalidOperationException($"A delivery that is {State} does not wait to be sent.");

        (DueAt, NextAt, Reason, NeedsPerson) = (to, to, reason, false);
    }

    /// <summary>It would exceed the account's monthly cap: a person decides, or the next month lets it go.</summary>
    public void AwaitBudget(DateTimeOffset nextMonth, string reason)
    {
        Postpone(nextMonth, reason);
        NeedsPerson = true;
    }

    /// <summary>The cap was raised, or a person lets this one exceed it: it is due now.</summary>
    /// <param name="beyondCap">Whatever the cap is then.</param>
    public void LetGo(DateTimeOffset now, bool beyondCap)
    {
        if (!AwaitsBudget)
            throw new InvalidOperationException("It does not wait for a budget.");

        (NeedsPerson, Reason, DueAt, NextAt, MayExceedCap) = (false, "", now, now, beyondCap);
    }

    /// <summary>Takes the row for one send. Committed together with the attempt before the request leaves.</summary>
    /// <param name="price">What the network will charge, in US dollars; null where it is free.</param>
    /// <param name="handed">The pictures that go with it; null when it has none.</param>
    public Attempt Claim(DateTimeOffset now, TimeSpan lease, Guid boot, decimal? price = null, HandedPictures? handed = null)
    {
        if (NextAt is null || NextAt > now)
            throw new InvalidOperationException("A delivery is claimed only when it is due.");

        Move(DeliveryState.Sending);
        NextAt = null;
        (LeaseUntil, LeaseBoot) = (now + lease, boot);
        if (Content.Handed != handed)
            Content = Content with { Handed = handed };
        CostMicros = price is { } dollars ? Accounts.Money.ToMicros(dollars) : null;
        FirstAttemptAt ??= now;
        LastAttemptAt = now;
        Attempts++;
        AbsentLooks = 0;
        return new Attempt { DeliveryId = Id, Kind = AttemptKind.Send, StartedAt = now, Boot = boot, ContentHash = Hash, LinkCode = LinkCode };
    }

    /// <summary>Takes the row for one repetition of its send. It stays Uncertain: only a yes tells more than before.</summary>
    public Attempt Repeat(DateTimeOffset now, TimeSpan lease, Guid boot)
    {
        Demand(DeliveryState.Uncertain);
        // Nobody else repeats or looks until this one is surely over, also when the process dies under it.
        NextAt = now + lease;
        return new Attempt { DeliveryId = Id, Kind = AttemptKind.Repeat, StartedAt = now, Boot = boot, ContentHash = Hash, LinkCode = LinkCode };
    }

    /// <summary>All that leaves, with the key and the instant that every try of this delivery carries.</summary>
    public PublishRequest ToRequest()
        => new(Content.Text, Content.Link, Content.Card, Content.Handed?.Pictures ?? [], Content.Targeting, Id, FirstAttemptAt ?? throw new InvalidOperationException("Nothing leaves before it is claimed."));

    /// <summary>
    /// Whether the answer to a try still says something. A process that stood still may bring it minutes late: then a newer try may be on its way,
    /// or reading back has told already. That it stands there counts as long as we do not know it.
    /// </summary>
    /// <param name="attempt">The number of the try, from 1.</param>
    public bool Heeds(PublishResult result, int attempt) => result is PublishResult.Published
        ? State is not (DeliveryState.Published or DeliveryState.Removing or DeliveryState.Removed)
        : State is DeliveryState.Sending or DeliveryState.Uncertain && attempt == Attempts;

    /// <summary>What the network answered. An answer after the lease ran out still counts.</summary>
    public void Record(PublishResult result, DateTimeOffset now, RetryTimes times)
    {
        switch (result)
        {
            case PublishResult.Published published:
                Appear(published.RemoteId, published.Url, now);
                break;
            case PublishResult.Rejected rejected:
                Refuse(rejected.Reason);
                break;
            case PublishResult.RateLimited limited:
                TryAgain(limited.Until, limited.Reason, now);
                break;
            case PublishResult.SignedOut or PublishResult.AccountStopped:
                // Nothing is burnt: the account's state keeps the lane from claiming until a person has acted.
                TryAgain(now, result.Reason, now);
                break;
            case PublishResult.Unreachable unreachable:
                TryAgain(now + times.After(Attempts), unreachable.Reason, now);
                break;
            case PublishResult.NoAnswer or PublishResult.Duplicate when State == DeliveryState.Uncertain:
                // The lease ran out before the call gave up: it is being looked for already.
                break;
            case PublishResult.NoAnswer or PublishResult.Duplicate:
                Lose(result.Reason, now, times);
                break;
            default:
                throw new UnreachableException();
        }

        (LeaseUntil, LeaseBoot) = (null, null);
    }

    /// <summary>Nobody knows what came of the send: no answer, or the process died.</summary>
    public void Lose(string reason, DateTimeOffset now, RetryTimes times)
    {
        Move(DeliveryState.Uncertain, reason);
        (LeaseUntil, LeaseBoot) = (null, null);
        NextAt = now + times.LookAfter(0);
    }

    /// <summary>The network shows it, or a person says that it is live. Without an id it can later be removed by a person only.</summary>
    public void Appear(string? remoteId, string? url, DateTimeOffset now)
    {
        // What was called off meanwhile must not stay.
        var isCalledOff = State == DeliveryState.Cancelled;
        var takeDown = isCalledOff || TakeDownAskedAt is not null ? Reason : null;
        Move(isCalledOff ? DeliveryState.Removing : DeliveryState.Published, takeDown ?? "");
        (RemoteId, RemoteUrl, PublishedAt, NextAt) = (remoteId, url, now, null);
        if (isCalledOff)
            NextAt = now;
        else if (takeDown is not null)
            StartRemoval(now);
    }

    /// <summary>A sure look did not find it. The second one lets it be sent once more; after that a person decides.</summary>
    public void LookedAbsent(DateTimeOffset now, RetryTimes times)
    {
        AbsentLooks++;
        if (AbsentLooks < times.Looks)
            NextAt = now + times.LookAfter(AbsentLooks);
        else if (TakeDownAskedAt is not null)
            End(DeliveryState.Cancelled, Reason);
        else if (Resends == 0)
            SendAgain(now, times);
        else
            AskPerson("It was sent twice, no answer came, and the account's timeline does not show it.");
    }

    /// <summary>The look itself failed: nothing is known. An unreadable timeline is not an empty one, and after some of them a person is asked.</summary>
    /// <param name="failed">Looks in a row that failed, with this one; 0 for one that failed with the account, which has its own people to ask.</param>
    /// <param name="until">No look before, when the network named an instant.</param>
    public void LookFailed(string reason, int failed, DateTimeOffset? until, DateTimeOffset now, RetryTimes times)
    {
        var next = now + times.AfterFailed(Math.Max(failed, 1));
        NextAt = until > next ? until : next;
        if (failed >= times.FailedLooks)
            AskPerson($"{failed} looks in a row came to nothing. {reason}");
    }

    public void AskPerson(string reason) => (NeedsPerson, Reason, NextAt) = (true, reason, null);

    /// <summary>A person looked and says that it is not there.</summary>
    public void SaidAbsent(string reason, DateTimeOffset now, RetryTimes times)
    {
        if (TakeDownAskedAt is not null)
            End(DeliveryState.Cancelled, reason);
        else
            SendAgain(now, times);
    }

    public void Record(RemoveResult result, DateTimeOffset now, RetryTimes times)
    {
        Demand(DeliveryState.Removing);
        switch (result)
        {
            case RemoveResult.Removed:
                RemovalSaidAt = NextAt = now;
                break;
            case RemoveResult.Gone:
                SeenGone(now);
                break;
            case RemoveResult.Refused refused:
                AskPerson(refused.Reason);
                break;
            case RemoveResult.TryLater later:
                Removals++;
                NextAt = later.Until ?? now + times.After(Removals);
                break;
            case RemoveResult.SignedOut or RemoveResult.AccountStopped:
                NextAt = now;
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A look after the removal, or a person, does not find it any more.</summary>
    public void SeenGone(DateTimeOffset now)
    {
        Demand(DeliveryState.Removing);
        // What a person was asked is answered by it.
        End(DeliveryState.Removed, NeedsPerson ? "" : Reason);
        RemovedAt = now;
    }

    /// <summary>It stands there although the network said that it was removed: remove it again, and after some times ask a person.</summary>
    public void SeenStanding(DateTimeOffset now, RetryTimes times)
    {
        Demand(DeliveryState.Removing);
        RemovalSaidAt = null;
        RemovalsUndone++;
        NextAt = now + times.After(RemovalsUndone);
        if (RemovalsUndone >= times.Removals)
            AskPerson($"It was removed {(RemovalsUndone == 1 ? "once" : $"{RemovalsUndone} times")} and still stands there. Remove it there, then say that it is gone.");
    }

    /// <summary>A person says that it still stands there: the removal begins anew.</summary>
    public void RemoveAgain(DateTimeOffset now)
    {
        Demand(DeliveryState.Removing);
        (NeedsPerson, Reason, RemovalSaidAt, RemovalsUndone, NextAt) = (false, "", null, 0, now);
    }

    /// <summary>Tries of the removal that did not work yet.</summary>
    public int Removals { get; private set; }

    /// <summary>When the network said that it is removed; null before that, and again when a look found it. What is left is to look.</summary>
    public DateTimeOffset? RemovalSaidAt { get; private set; }

    /// <summary>Looks that found it although the network had said that it was removed.</summary>
    public int RemovalsUndone { get; private set; }

    private void SendAgain(DateTimeOffset now, RetryTimes times)
    {
        Move(DeliveryState.Retrying, "It was sent without an answer and surely does not stand there, so it goes out once more.");
        Resends++;
        // The first call may still be on its way until its time-out has passed.
        var firstIsOver = LastAttemptAt + times.CallTimeOut;
        NextAt = firstIsOver > now ? firstIsOver : now;
    }

    private void Refuse(string reason)
    {
        var takeDown = TakeDownAskedAt is not null ? Reason : null;
        Move(DeliveryState.Rejected, reason, needsPerson: true);
        NextAt = null;
        if (takeDown is not null)
            End(DeliveryState.Cancelled, takeDown);
    }

    private void TryAgain(DateTimeOffset at, string reason, DateTimeOffset now)
    {
        var takeDown = TakeDownAskedAt is not null ? Reason : null;
        Move(DeliveryState.Retrying, reason);
        NextAt = at > now ? at : now;
        if (takeDown is not null)
            End(DeliveryState.Cancelled, takeDown);
    }

    private void Demand(DeliveryState state)
    {
        if (State != state)
            throw new InvalidOperationException($"This needs a delivery that is {state}; it is {State}.");
    }
}
