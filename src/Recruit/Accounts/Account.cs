using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Accounts;

/// <summary>The hospital's handle, page or organization on one network.</summary>
public sealed partial class Account : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid Version { get; set; }

    public ChannelKey Channel { get; init; }
    public string Handle { get; set; } = "";
    /// <summary>The network's id of it.</summary>
    public string RemoteId { get; init; } = "";
    /// <summary>For networks of many servers; empty elsewhere.</summary>
    public string Server { get; init; } = "";
    /// <summary>Written and read by TokenVault only.</summary>
    public string SealedSecrets { get; set; } = "";

    public AccountState State { get; private set; }
    /// <summary>Why it is not active and what to do, for people.</summary>
    public string StateReason { get; private set; } = "";
    /// <summary>No call leaves before this instant: the network's limit is reached.</summary>
    public DateTimeOffset? WaitUntil { get; private set; }

    public WhenFilled WhenFilled { get; set; }
    public Cadence Cadence { get; set; } = Cadence.None;
    /// <summary>US dollars in a month of UTC, as the networks bill; null: no cap.</summary>
    public decimal? MonthlyCap { get; set; }
    /// <summary>Null: no digest.</summary>
    public DigestOrder? Digest { get; set; }
    /// <summary>Why the order's next digest could not be written, a sentence for people; empty while it can.</summary>
    public string DigestTrouble { get; set => field = value.Length <= LongestTrouble ? value : value[..LongestTrouble]; } = "";
    /// <summary>The last of the order's instants for which a digest was planned; it keeps two nodes from planning the same.</summary>
    public DateTimeOffset? DigestPlannedFor { get; set; }
    /// <summary>Posts that the network refused in a row; a post that stands begins the count anew.</summary>
    public int Refusals { get; private set; }

    /// <summary>Who answers for it, and who when they are away: members of staff.</summary>
    public Guid? OwnerId { get; set; }
    public Guid? DeputyId { get; set; }
    public AccountRoute Route { get; set; } = AccountRoute.Everything;

    private const int LongestTrouble = 500;
    private const int MostRefusals = 3;

    /// <summary>The network refused a post for good. After a few in a row more would only burn deliveries: the account rests.</summary>
    /// <returns>True when it rests now.</returns>
    public bool Refuse(string reason)
    {
        if (++Refusals < MostRefusals || State != AccountState.Active)
            return false;

        Pause($"The network refused the last {Refusals} posts. Mend what it said, then let the account go on: {reason}");
        return true;
    }

    public void Accept() => (Refusals, TurnedAway) = (0, 0);

    public bool TakesCalls(DateTimeOffset now) => State == AccountState.Active && (WaitUntil is null || WaitUntil <= now);

    public void Pause(string reason) => Rest(AccountState.Paused, reason);

    public void SignOut(string reason) => Rest(AccountState.SignedOut, reason);

    public void Stop(string reason) => Rest(AccountState.Stopped, reason);

    public void Throttle(DateTimeOffset until) => WaitAtLeastUntil(until);

    /// <summary>A person paused, reconnected or repaired it: calls may leave again.</summary>
    public void Resume()
    {
        State = AccountState.Active;
        StateReason = "";
        WaitUntil = null;
        (Refusals, TurnedAway) = (0, 0);
    }

    private void Rest(AccountState state, string reason) => (State, StateReason) = (state, reason);
}

public enum AccountState
{
    Active,
    /// <summary>A person stopped it; a person resumes it.</summary>
    Paused,
    /// <summary>The network no longer takes the token; resumes when a person gives a new one.</summary>
    SignedOut,
    /// <summary>The network refuses the account: credits, permission, policy, version. A person repairs and resumes.</summary>
    Stopped,
}

/// <summary>What happens to live posts when a vacancy is filled or withdrawn.</summary>
public enum WhenFilled
{
    /// <summary>They are removed at the network.</summary>
    Remove,
    /// <summary>They stay, and the filled notice follows.</summary>
    PostNotice,
}

public sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.Channel).HasConversion(key => key.Value, value => new ChannelKey(value)).HasMaxLength(20);
        builder.Property(account => account.Handle).HasMaxLength(200);
        builder.Property(account => account.RemoteId).HasMaxLength(200);
        builder.Property(account => account.Cadence).AsJson();
        builder.Property(account => account.Digest).AsJson();
        builder.Property(account => account.MonthlyCap).HasConversion<long?>(dollars => dollars == null ? null : Money.ToMicros(dollars.Value), micros => micros == null ? null : Money.FromMicros(micros.Value)).HasColumnName("MonthlyCapMicros");
        builder.Property(account => account.DigestTrouble).HasMaxLength(500).HasDefaultValue("");
        builder.Property(account => account.Route).AsJson().HasDefaultValue(AccountRoute.Everything);
        builder.HasIndex(account => account.RenewAt);
        builder.HasIndex(account => new { account.Channel, account.Server, account.RemoteId }).IsUnique();
    }
}

public static class AccountSet
{
    extension(RecruitDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
    }
}
