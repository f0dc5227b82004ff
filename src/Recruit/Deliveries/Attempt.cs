using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Recruit.Deliveries;

/// <summary>One try of a delivery: its send, a look whether it stands there, or its removal. A send's row is committed before the request leaves.</summary>
public sealed class Attempt
{
    public const int LongestReason = 1000;
    public const int LongestRequestId = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeliveryId { get; init; }
    public required AttemptKind Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>The process that made it; a send that an earlier process left open is Uncertain.</summary>
    public required Guid Boot { get; init; }
    /// <summary>What was sent.</summary>
    public string ContentHash { get; init; } = "";
    public string? LinkCode { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
    public string Outcome { get; set; } = "";
    public string Reason { get; set => field = StoredText.Cut(value, LongestReason); } = "";
    /// <summary>The network's own id of the call.</summary>
    public string? RequestId { get; set => field = value is null ? null : StoredText.Cut(value, LongestRequestId); }
}

public enum AttemptKind
{
    Send,
    Look,
    Remove,
    /// <summary>The same send again, on a network that answers it with the post that stands there. Committed before it leaves, like a send.</summary>
    Repeat,
}

public sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts");
        builder.Property(attempt => attempt.Outcome).HasMaxLength(40);
        builder.Property(attempt => attempt.Reason).HasMaxLength(Attempt.LongestReason);
        builder.Property(attempt => attempt.RequestId).HasMaxLength(Attempt.LongestRequestId);
        builder.HasIndex(attempt => attempt.DeliveryId);
        // Only tries that are on their way, or were when their process died.
        builder.HasIndex(attempt => attempt.EndedAt).HasFilter("\"EndedAt\" IS NULL");
        builder.HasOne<Delivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId);
    }
}
