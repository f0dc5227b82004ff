using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Deliveries;
using Recruit.Persistence;

namespace Recruit.Reach;

/// <summary>How many people followed a delivery's link in one hour. It holds nothing about who they were.</summary>
public sealed class HourOfClicks
{
    public required Guid DeliveryId { get; init; }
    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset Hour { get; init; }
    public int Count { get; set; }

    public static DateTimeOffset StartOf(DateTimeOffset instant)
        => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}

public sealed class HourOfClicksTable : IEntityTypeConfiguration<HourOfClicks>
{
    public void Configure(EntityTypeBuilder<HourOfClicks> builder)
    {
        builder.ToTable("LinkClicks");
        builder.HasKey(clicks => new { clicks.DeliveryId, clicks.Hour });
        builder.HasOne<Delivery>().WithMany().HasForeignKey(clicks => clicks.DeliveryId);
    }
}

public static class LinkClicksSet
{
    extension(RecruitDb db)
    {
        public DbSet<HourOfClicks> LinkClicks => db.Set<HourOfClicks>();

        /// <summary>Adds to the hour's count in the database itself, so that two processes never overwrite each other.</summary>
        public async Task AddClicksAsync(Guid deliveryId, DateTimeOffset hour, int count, CancellationToken ct)
        {
            if (await IncreaseAsync(db, deliveryId, hour, count, ct))
                return;

            db.LinkClicks.Add(new HourOfClicks { DeliveryId = deliveryId, Hour = hour, Count = count });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // Another process began the hour in between, so that there is a row now. Anything else is a real fault.
                db.ChangeTracker.Clear();
                if (!await IncreaseAsync(db, deliveryId, hour, count, ct))
                    throw;
            }
        }
    }

    private static async Task<bool> IncreaseAsync(RecruitDb db, Guid deliveryId, DateTimeOffset hour, int count, CancellationToken ct)
        => await db.LinkClicks.Where(clicks => clicks.DeliveryId == deliveryId && clicks.Hour == hour)
            .ExecuteUpdateAsync(row => row.SetProperty(clicks => clicks.Count, clicks => clicks.Count + count), ct) > 0;
}
