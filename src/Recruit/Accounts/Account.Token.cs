using Recruit.Channels;

namespace Recruit.Accounts;

/// <summary>The life of the account's token: when it ends, and how the next one comes.</summary>
public sealed partial class Account
{
    // A refused renewal is tried once more: the first answer may have been lost on its way, with the new token in it.
    private const int MostRenewals = 2;
    private const int MostTurnedAway = 3;
    private static readonly TimeSpan ShortWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SecondTry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(5);

    /// <summary>Null when it does not end, or nobody knows.</summary>
    public DateTimeOffset? TokenEndsAt { get; private set; }
    /// <summary>When the next token is asked for; null when a person must connect the account again.</summary>
    public DateTimeOffset? RenewAt { get; private set; }
    /// <summary>A node asks for the next token until then; the others leave it alone.</summary>
    public DateTimeOffset? RenewingUntil { get; private set; }
    public DateTimeOffset? RenewedAt { get; private set; }
    public int RenewalsRefused { get; private set; }
    /// <summary>How many tokens in a row the network turned away, although a next one was to be had; each counts once.</summary>
    public int TurnedAway { get; private set; }
    /// <summary>Why no next token will come, for people; empty while one will, or none is needed.</summary>
    public string RenewalTrouble { get; private set; } = "";

    /// <summary>A person gave it a token.</summary>
    public void Connect(TokenLife life)
    {
        (TokenEndsAt, RenewAt) = (life.EndsAt, life.RenewAt);
        (RenewingUntil, RenewedAt, RenewalsRefused, RenewalTrouble) = (null, null, 0, "");
    }

    public void Renewed(TokenLife life, DateTimeOffset now)
    {
        Connect(life);
        RenewedAt = now;
        // It may have waited for exactly this. A limit of the network, which mostly reaches further, goes on.
        if (TurnedAway > 0 && WaitUntil <= now + ShortWait)
            WaitUntil = null;
    }

    public void EndRenewal() => RenewingUntil = null;

    /// <summary>The network did not answer, or not now. The token that is there goes on working until it ends.</summary>
    public void PutOffRenewal(DateTimeOffset? until, DateTimeOffset now) => (RenewAt, RenewingUntil) = (until > now + ShortWait ? until : now + ShortWait, null);

    /// <summary>The network said no. The account is not signed out by that: the token that is there goes on working until it ends.</summary>
    /// <returns>True when no further try will be made.</returns>
    public bool RefuseRenewal(string reason, DateTimeOffset now)
    {
        RenewingUntil = null;
        if (++RenewalsRefused < MostRenewals)
        {
            RenewAt = now + SecondTry;
            return false;
        }

        (RenewAt, RenewalTrouble) = (null, reason);
        return true;
    }

    /// <summary>The network refused the token. With a next one to be had that is no reason to sign out: the account waits for it.</summary>
    /// <returns>False when there is none to wait for.</returns>
    public bool AwaitRenewal(DateTimeOffset now)
    {
        if (RenewAt is null)
            return false;

        // Counted is a token, not a call: while none came since the last that was turned away, or the newest may not have been tried
        // because the call left just before it came, this call says nothing new.
        var isOld = (TurnedAway > 0 && TokenEndsAt <= now) || RenewedAt > now - JustNow;
        if (!isOld && TurnedAway >= MostTurnedAway)
            return false;

        if (!isOld)
        {
            TurnedAway++;
            (RenewAt, TokenEndsAt) = (now < RenewAt ? now : RenewAt, now);
        }

        WaitAtLeastUntil(now + ShortWait);
        return true;
    }

    // Whatever it waits for already may not be cut short by this.
    private void WaitAtLeastUntil(DateTimeOffset instant) => WaitUntil = WaitUntil > instant ? WaitUntil : instant;
}
