using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Audit;

/// <summary>The end of the chain, one row. Only the sealer touches it: were it the writers', every change in the program would wait for every other.</summary>
public sealed class AuditHead : IVersioned
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public Guid Version { get; set; }
    public long Number { get; private set; }
    public string Hash { get; private set; } = AuditChain.Start;
    public DateTimeOffset SealedAt { get; private set; }

    public void Append(AuditEntry entry, DateTimeOffset now)
    {
        entry.Seal(Number + 1, Hash);
        (Number, Hash, SealedAt) = (entry.Number!.Value, entry.Hash!, now);
    }
}

public sealed class AuditHeadTable : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(64);
    }
}
