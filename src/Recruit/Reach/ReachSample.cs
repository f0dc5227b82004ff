using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Persistence;

namespace Recruit.Reach;

/// <summary>One number that a network told about a delivery. Kept when it changed, or when the last one is a day old.</summary>
public sealed class ReachSample
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeliveryId { get; init; }
    /// <summary>The channel's key of the number. Two numbers with different keys mean different things and are never added.</summary>
    public required string Metric { get; init; }
    public required long Value { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
}

/// <summary>How many people followed an account.</summary>
public sealed class AccountSample
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required long Followers { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
}

public sealed class ReachSampleTable : IEntityTypeConfiguration<ReachSample>
{
    public void Configure(EntityTypeBuilder<ReachSample> builder)
    {
        builder.ToTable("ReachSamples");
        builder.Property(sample => sample.Metric).HasMaxLength(60);
        builder.HasIndex(sample => new { sample.DeliveryId, sample.Metric, sample.TakenAt });
        builder.HasOne<Delivery>().WithMany().HasForeignKey(sample => sample.DeliveryId);
    }
}

public sealed class AccountSampleTable : IEntityTypeConfiguration<AccountSample>
{
    public void Configure(EntityTypeBuilder<AccountSample> builder)
    {
        builder.ToTable("AccountSamples");
        builder.HasIndex(sample => new { sample.AccountId, sample.TakenAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(sample => sample.AccountId);
    }
}

public static class ReachSets
{
    extension(RecruitDb db)
    {
        public DbSet<ReachSample> ReachSamples => db.Set<ReachSample>();

        public DbSet<AccountSample> AccountSamples => db.Set<AccountSample>();

        public DbSet<DeliveryReading> DeliveryReadings => db.Set<DeliveryReading>();

        public DbSet<AccountReading> AccountReadings => db.Set<AccountReading>();
    }
}
