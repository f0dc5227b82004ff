using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>One post to one account, from planning to its end. It knows no subject. The moves it may make are in <see cref="DeliveryMoves"/>.</summary>
public sealed partial class Delivery : IVersioned, IFacilityOwned
{
    public const int LongestReason = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid Version { get; set; }
    public required Guid FacilityId { get; init; }
    public required Guid AccountId { get; init; }
    public Account? Account { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it is about, for lists: "ICU nurse, nights: announcement".</summary>
    public required string Label { get; set; }

    public required PostContent Content { get; set; }
    public string? LinkCode { get; init; }
    /// <summary>Facts for the check before sending.</summary>
    public required DraftFacts Facts { get; set; }

    /// <summary>Who wrote or edited the words; none of them may approve.</summary>
    public List<Guid> Writers { get; init; } = [];
    public string? ApprovedHash { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>When it should go out. Null until approval means "as soon as approved", or until release for a notice.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    /// <summary>Has no due instant of its own: closing the vacancy releases it instead of cancelling it.</summary>
    public bool AwaitsRelease { get; init; }
    /// <summary>It never goes out at or after this instant: the vacancy's closing date.</summary>
    public DateTimeOffset? NotAfter { get; set; }
    public LatePolicy LatePolicy { get; init; }

    public DeliveryState State { get; private set; }
    /// <summary>Why it stands where it stands, a sentence for people; empty when the state says it all.</summary>
    public string Reason { get; private set => field = StoredText.Cut(value, LongestReason); } = "";
    public bool NeedsPerson { get; private set; }

    /// <summary>When the lane must look at this row; null while there is nothing to do without a person.</summary>
    public DateTimeOffset? NextAt { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }
    public Guid? LeaseBoot { get; private set; }
    public DateTimeOffset? FirstAttemptAt { get; private set; }
    public DateTimeOffset? LastAttemptAt { get; private set; }
    public int Attempts { get; private set; }
    /// <summary>Sure looks in a row that did not find it.</summary>
    public int AbsentLooks { get; private set; }
    /// <summary>Second tries after an uncertain send; one is made without a person.</summary>
    public int Resends { get; private set; }

    /// <summary>What the network charges for it, in millionths of a US dollar, as it stood at the last try; null where it is free. Owed once it stands there.</summary>
    public long? CostMicros { get; private set; }
    /// <summary>A person lets it go although the account's monthly cap is reached.</summary>
    public bool MayExceedCap { get; private set; }
    /// <summary>It would have exceeded the account's monthly cap, and a person is asked.</summary>
    public bool AwaitsBudget => NeedsPerson && State is (DeliveryState.Scheduled or DeliveryState.Retrying);

    public string? RemoteId { get; private set; }
    public string? RemoteUrl { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    /// <summary>Asked while a request was on its way; done once it is known what came of it.</summary>
    public DateTimeOffset? TakeDownAskedAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    public string Hash => Content.HashFor(AccountId);

    public bool IsApproved => ApprovedHash is not null && ApprovedHash == Hash;

    /// <summary>Waits for an approval that comes too late for the instant it was planned for. What has no such instant goes out as soon as it is approved.</summary>
    public bool MissedItsTime(DateTimeOffset now) => State == DeliveryState.Held && (NotAfter <= now || (DueAt <= now && !AwaitsRelease));

    /// <summary>Sets the wished instant at planning; null means as soon as approved.</summary>
    public void Plan(DateTimeOffset? dueAt) => DueAt = dueAt;

    /// <summary>Binds the approval to what stands here now. The caller has checked role, guard and that the person saw this hash.</summary>
    /// <exception cref="NotAllowedException">The approver wrote or edited it.</exception>
    public void Approve(Actor approver, DateTimeOffset now)
    {
        if (approver.StaffId is not { } approverId || Writers.Contains(approverId))
            throw new NotAllowedException("Someone else must approve this: you wrote or edited it.");

        Move(DeliveryState.Scheduled);
        (ApprovedHash, ApprovedBy, ApprovedAt) = (Hash, approverId, now);
        Content = Content with { ApprovedText = Content.Text };
        if (AwaitsRelease)
            DueAt = DueAt < now ? now : DueAt;
        else
            DueAt ??= now;
        NextAt = DueAt;
    }

    /// <summary>Closing the vacancy releases the notice, when somebody approved it.</summary>
    public void Release(DateTimeOffset now)
    {
        if (State == DeliveryState.Scheduled && AwaitsRelease)
            NextAt = DueAt = now;
    }

    /// <summary>A person lets it go although its time has passed: it counts as due from now on.</summary>
    public void SendNow(DateTimeOffset now)
    {
        if (State is not (DeliveryState.Scheduled or DeliveryState.Retrying))
            throw new InvalidOperationException($"A delivery that is {State} does not wait to be sent.");

        DueAt = now;
        NextAt = NextAt > now ? NextAt : now;
    }

    /// <summary>Stands between the approver's name and what should change.</summary>
    public const string SentBackWords = " sent it back: ";

    /// <summary>It waits for its author, and no longer for an approver. Queries look for the words themselves.</summary>
    public bool WasSentBack => State == DeliveryState.Held && Reason.Contains(SentBackWords, StringComparison.Ordinal);

    /// <summary>The approver wants it changed; new words send it to approval again.</summary>
    public void SendBack(Actor approver, string reason, DateTimeOffset now) => Hold(approver.Name + SentBackWords + reason, now);

    /// <summary>New words or facts: whatever was approved is void.</summary>
    public void Edit(PostContent content, DraftFacts facts, Guid? writer, DateTimeOffset now, string reason = "")
    {
        Hold(reason, now);
        (Content, Facts) = (content with { ApprovedText = Content.ApprovedText }, facts);
        if (writer is { } staffId && !Writers.Contains(staffId))
            Writers.Add(staffId);
    }

    /// <summary>Back to people, with the reason. What was approved, and whose instant has come, then goes out as soon as it is approved again.</summary>
    public void Hold(string reason, DateTimeOffset now)
    {
        // The next month was the cap's choice and nobody's wish.
        if (AwaitsBudget)
            DueAt = AwaitsRelease ? now : null;
        // A released notice keeps its instant: it tells that there is no release to wait for.
        if (State != DeliveryState.Held && !AwaitsRelease && DueAt <= now)
            DueAt = null;
        Move(DeliveryState.Held, reason);
        (ApprovedHash, ApprovedBy, ApprovedAt) = (null, null, null);
        (NextAt, MayExceedCap) = (null, false);
    }

    public void Skip(string reason) => End(DeliveryState.Skipped, reason);

    /// <summary>Calls it off, or takes it down: whichever its state asks for. What is on its way is marked and settled first.</summary>
    public void TakeDown(string reason, DateTimeOffset now)
    {
        switch (State)
        {
            case DeliveryState.Published:
                (TakeDownAskedAt, Reason) = (now, reason);
                StartRemoval(now);
                break;
            case DeliveryState.Sending or DeliveryState.Uncertain:
                TakeDownAskedAt ??= now;
                Reason = reason;
                break;
            case var state when !state.IsFinal() && state != DeliveryState.Removing:
                End(DeliveryState.Cancelled, reason);
                break;
        }
    }

    private void End(DeliveryState end, string reason)
    {
        Move(end, reason);
        NextAt = null;
    }

    private void StartRemoval(DateTimeOffset now)
    {
        Move(DeliveryState.Removing, Reason);
        NextAt = now;
    }

    private void Move(DeliveryState to, string reason = "", bool needsPerson = false)
    {
        if (!State.MayBecome(to))
            throw new InvalidOperationException($"A delivery that is {State} cannot become {to}.");

        (State, Reason, NeedsPerson) = (to, reason, needsPerson);
    }
}

public enum LatePolicy
{
    /// <summary>More than the allowed lateness after its due instant it is skipped.</summary>
    Skip,
    /// <summary>It goes out however late, up to the closing date.</summary>
    Send,
}
