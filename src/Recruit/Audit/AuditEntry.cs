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

    /// <summary>Its place in the chain, from 1; null until the sealer comes by.</summary>
    public long? Number { get; private set; }
    /// <summary>What its words and the entry before it come to, 64 hexadecimal digits; null until the sealer comes by.</summary>
    public string? Hash { get; private set; }

    public void Seal(long number, string previousHash)
    {
        if (Number is not null)
            throw new InvalidOperationException($"Entry {Id} is sealed already.");

        (Number, Hash) = (number, AuditChain.Hash(number, this, previousHash));
    }
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
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.HasIndex(entry => entry.Number).IsUnique();
        // Holds only what the sealer has still to do, so asking for it costs the same whatever the history.
        builder.HasIndex(entry => new { entry.At, entry.Id }, "IX_AuditEntries_Unsealed").HasFilter("\"Number\" IS NULL");
    }
}
