using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Deliveries;

public sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.Property(delivery => delivery.Label).HasMaxLength(300);
        builder.Property(delivery => delivery.Content).AsJson();
        builder.Property(delivery => delivery.Facts).AsJson();
        builder.Property(delivery => delivery.LinkCode).HasMaxLength(20);
        builder.Property(delivery => delivery.ApprovedHash).HasMaxLength(64);
        builder.Property(delivery => delivery.Reason).HasMaxLength(Delivery.LongestReason);
        builder.Property(delivery => delivery.RemoteId).HasMaxLength(200);
        builder.Property(delivery => delivery.RemoteUrl).HasMaxLength(500);

        builder.HasOne(delivery => delivery.Account).WithMany().HasForeignKey(delivery => delivery.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(delivery => delivery.LinkCode).IsUnique();
        // What a lane asks for, and only rows with work to do: the cost grows with due work, not with history.
        builder.HasIndex(delivery => new { delivery.AccountId, delivery.NextAt }).HasFilter("\"NextAt\" IS NOT NULL");
        // Single flight is the database's: a second send on the account cannot be committed.
        builder.HasIndex(delivery => delivery.AccountId, "IX_Deliveries_SingleFlight").IsUnique().HasFilter("\"State\" = 'Sending'");
        // A post that one delivery holds is never adopted by another.
        builder.HasIndex(delivery => new { delivery.AccountId, delivery.RemoteId }).IsUnique().HasFilter("\"RemoteId\" IS NOT NULL");
        builder.HasIndex(delivery => new { delivery.State, delivery.DueAt });
        // Numbers are read for recent posts only, however long the history is.
        builder.HasIndex(delivery => new { delivery.AccountId, delivery.PublishedAt });
        builder.HasIndex(delivery => delivery.NeedsPerson).HasFilter("\"NeedsPerson\"");
    }
}

public static class DeliverySets
{
    extension(RecruitDb db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();

        public DbSet<Attempt> Attempts => db.Set<Attempt>();
    }
}
