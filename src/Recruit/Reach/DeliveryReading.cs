using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Persistence;

namespace Recruit.Reach;

/// <summary>When a delivery's numbers were last read: samples alone do not tell, since an unchanged number leaves none.</summary>
public sealed class DeliveryReading
{
    public required Guid DeliveryId { get; init; }
    public required DateTimeOffset ReadAt { get; set; }
    public required DateTimeOffset NextAt { get; set; }
    /// <summary>The newest value of each number that the network ever told.</summary>
    public required Dictionary<string, ReachValue> Values { get; set; }
}

/// <param name="SampledAt">When it last became a sample.</param>
public sealed record ReachValue(long Value, DateTimeOffset ReadAt, DateTimeOffset SampledAt);

/// <summary>How reading an account's numbers went lately.</summary>
public sealed class AccountReading
{
    public required Guid AccountId { get; init; }
    public DateTimeOffset? ReadAt { get; set; }
    /// <summary>Null when the last reading worked.</summary>
    public DateTimeOffset? FailedAt { get; set; }
    /// <summary>A sentence for people.</summary>
    public string FailedBecause { get; set; } = "";
    /// <summary>No reading before this instant: the network asked for it, or the last one failed.</summary>
    public DateTimeOffset? WaitUntil { get; set; }
    public long? Followers { get; set; }
}

public sealed class DeliveryReadingTable : IEntityTypeConfiguration<DeliveryReading>
{
    public void Configure(EntityTypeBuilder<DeliveryReading> builder)
    {
        builder.ToTable("DeliveryReadings");
        builder.HasKey(reading => reading.DeliveryId);
        builder.Property(reading => reading.Values).AsJson();
        builder.HasOne<Delivery>().WithOne().HasForeignKey<DeliveryReading>(reading => reading.DeliveryId);
    }
}

public sealed class AccountReadingTable : IEntityTypeConfiguration<AccountReading>
{
    public void Configure(EntityTypeBuilder<AccountReading> builder)
    {
        builder.ToTable("AccountReadings");
        builder.HasKey(reading => reading.AccountId);
        builder.Property(reading => reading.FailedBecause).HasMaxLength(1000);
        builder.HasOne<Account>().WithOne().HasForeignKey<AccountReading>(reading => reading.AccountId);
    }
}
