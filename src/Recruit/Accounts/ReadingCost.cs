using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Accounts;

/// <summary>What reading an account's numbers cost in one month.</summary>
public sealed class ReadingCost
{
    public required Guid AccountId { get; init; }
    /// <summary>See <see cref="BillingMonth.Number"/>.</summary>
    public required int Month { get; init; }
    /// <summary>Millionths of a US dollar.</summary>
    public long Micros { get; set; }
}

public sealed class ReadingCostTable : IEntityTypeConfiguration<ReadingCost>
{
    public void Configure(EntityTypeBuilder<ReadingCost> builder)
    {
        builder.ToTable("ReadingCosts");
        builder.HasKey(cost => new { cost.AccountId, cost.Month });
        builder.HasOne<Account>().WithMany().HasForeignKey(cost => cost.AccountId);
    }
}

public static class ReadingCostSet
{
    extension(RecruitDb db)
    {
        public DbSet<ReadingCost> ReadingCosts => db.Set<ReadingCost>();

        /// <summary>Adds to the month of the instant; saved with whatever else is saved.</summary>
        public async Task AddReadingCostAsync(Guid accountId, decimal dollars, DateTimeOffset at, CancellationToken ct)
        {
            if (dollars <= 0)
                return;

            var month = BillingMonth.Of(at).Number;
            var cost = await db.ReadingCosts.FindAsync([accountId, month], ct) ?? db.ReadingCosts.Add(new ReadingCost { AccountId = accountId, Month = month }).Entity;
            cost.Micros += Money.ToMicros(dollars);
        }
    }
}
