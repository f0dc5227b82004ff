using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Audiences;

/// <summary>One version of a target profile. Versions are added and never changed, so a delivery's mark can always be looked up.</summary>
public sealed class TargetProfile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required ChannelKey Channel { get; init; }
    public required string Family { get; init; }
    /// <summary>From 1; what is shipped counts as 0 and has no row.</summary>
    public required int Version { get; init; }
    public required IReadOnlyList<TargetingFacet> Facets { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public required Guid SavedBy { get; init; }
    public required string SavedByName { get; init; }
}

public sealed class TargetProfileTable : IEntityTypeConfiguration<TargetProfile>
{
    public void Configure(EntityTypeBuilder<TargetProfile> builder)
    {
        builder.ToTable("TargetProfiles");
        builder.Property(profile => profile.Channel).HasConversion(key => key.Value, value => new ChannelKey(value)).HasMaxLength(40);
        builder.Property(profile => profile.Family).HasMaxLength(40);
        builder.Property(profile => profile.Facets).AsJson();
        builder.Property(profile => profile.SavedByName).HasMaxLength(200);
        builder.HasIndex(profile => new { profile.Channel, profile.Family, profile.Version }).IsUnique();
    }
}

/// <summary>A person has read a network's notice on discrimination, in one version of its text.</summary>
public sealed class NoticeAcceptance
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StaffId { get; init; }
    public required ChannelKey Channel { get; init; }
    public required string NoticeVersion { get; init; }
    public required DateTimeOffset At { get; init; }
}

public sealed class NoticeAcceptanceTable : IEntityTypeConfiguration<NoticeAcceptance>
{
    public void Configure(EntityTypeBuilder<NoticeAcceptance> builder)
    {
        builder.ToTable("NoticeAcceptances");
        builder.Property(one => one.Channel).HasConversion(key => key.Value, value => new ChannelKey(value)).HasMaxLength(40);
        builder.Property(one => one.NoticeVersion).HasMaxLength(40);
        builder.HasIndex(one => new { one.StaffId, one.Channel, one.NoticeVersion }).IsUnique();
    }
}

public static class TargetProfileSet
{
    extension(RecruitDb db)
    {
        public DbSet<TargetProfile> TargetProfiles => db.Set<TargetProfile>();

        public DbSet<NoticeAcceptance> NoticeAcceptances => db.Set<NoticeAcceptance>();
    }
}
