using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>The decision to publish about a subject, one vacancy or the several of a digest: accounts times moments.</summary>
public sealed class Broadcast : IFacilityOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FacilityId { get; init; }
    /// <summary>The one that it is about; null for a digest.</summary>
    public Guid? VacancyId { get; init; }
    public Vacancy? Vacancy { get; init; }
    /// <summary>Those that a digest was planned with, whatever has become of them; empty for a single vacancy.</summary>
    public List<DigestVacancy> Digest { get; init; } = [];
    /// <summary>What a digest's vacancies have in common beside the facility; empty when nothing.</summary>
    public string Specialty { get; init; } = "";
    /// <summary>Null when the clock planned it: a digest has no author, so any recruiter may approve it.</summary>
    public required Guid? SubmittedBy { get; init; }
    public required string SubmittedByName { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    /// <summary>The program's own key for the request that made it, and a hash of that request's body: the same request again finds it.</summary>
    public string? RequestKey { get; init; }
    public string? RequestHash { get; init; }

    public List<PlannedDelivery> Planned { get; init; } = [];
}

/// <summary>One of the vacancies of a digest.</summary>
public sealed class DigestVacancy
{
    public Guid BroadcastId { get; init; }
    public required Guid VacancyId { get; init; }
    public Vacancy? Vacancy { get; init; }
}

/// <summary>Ties a delivery, which knows no subject, to the broadcast and the moment it was planned for.</summary>
public sealed class PlannedDelivery
{
    public required Guid DeliveryId { get; init; }
    public Delivery? Delivery { get; init; }
    public Guid BroadcastId { get; init; }
    public Broadcast? Broadcast { get; init; }
    public required Moment Moment { get; init; }

    /// <summary>The instant whose dates the copy states.</summary>
    public required DateTimeOffset RenderedFor { get; init; }

    /// <summary>What the template gave at planning. Facts that change later void the approval only when they give other words.</summary>
    public required string RenderedText { get; set; }
}

public sealed class BroadcastTable : IEntityTypeConfiguration<Broadcast>
{
    public void Configure(EntityTypeBuilder<Broadcast> builder)
    {
        builder.ToTable("Broadcasts");
        builder.Property(broadcast => broadcast.SubmittedByName).HasMaxLength(200);
        builder.HasOne(broadcast => broadcast.Vacancy).WithMany().HasForeignKey(broadcast => broadcast.VacancyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(broadcast => broadcast.Digest).WithOne().HasForeignKey(one => one.BroadcastId);
        builder.Property(broadcast => broadcast.Specialty).HasMaxLength(200);
        builder.Property(broadcast => broadcast.RequestKey).HasMaxLength(RequestMark.LongestKey);
        builder.Property(broadcast => broadcast.RequestHash).HasMaxLength(64);
        // Of two requests with one key that come at once, the second cannot be stored.
        builder.HasIndex(broadcast => new { broadcast.SubmittedBy, broadcast.RequestKey }).IsUnique().HasFilter("\"RequestKey\" IS NOT NULL");
        builder.HasMany(broadcast => broadcast.Planned).WithOne(planned => planned.Broadcast).HasForeignKey(planned => planned.BroadcastId);
    }
}

public sealed class DigestVacancyTable : IEntityTypeConfiguration<DigestVacancy>
{
    public void Configure(EntityTypeBuilder<DigestVacancy> builder)
    {
        builder.ToTable("DigestVacancies");
        builder.HasKey(one => new { one.BroadcastId, one.VacancyId });
        builder.HasOne(one => one.Vacancy).WithMany().HasForeignKey(one => one.VacancyId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class PlannedDeliveryTable : IEntityTypeConfiguration<PlannedDelivery>
{
    public void Configure(EntityTypeBuilder<PlannedDelivery> builder)
    {
        builder.ToTable("PlannedDeliveries");
        builder.HasKey(planned => planned.DeliveryId);
        builder.HasOne(planned => planned.Delivery).WithOne().HasForeignKey<PlannedDelivery>(planned => planned.DeliveryId);
    }
}

public static class BroadcastSets
{
    extension(RecruitDb db)
    {
        public DbSet<Broadcast> Broadcasts => db.Set<Broadcast>();

        public DbSet<PlannedDelivery> PlannedDeliveries => db.Set<PlannedDelivery>();
    }
}
