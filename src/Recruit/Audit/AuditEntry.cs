using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Recruit.Audit;

/// <summary>Who did what to which row and when. Never holds words of the copy.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required Guid SubjectId { get; init; }
    public Guid? FacilityId { get; init; }
    public string Note { get; init; } = "";
}

public sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.Act).HasMaxLength(60);
        builder.Property(entry => entry.ActorName).HasMaxLength(200);
        builder.Property(entry => entry.Note).HasMaxLength(500);
        builder.HasIndex(entry => entry.SubjectId);
        builder.HasIndex(entry => entry.At);
    }
}
