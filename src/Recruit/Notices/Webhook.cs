using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Recruit.Notices;

/// <summary>An address of the hospital that hears notices.</summary>
public sealed class Webhook
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Url { get; init; }
    public required NoticeKinds Kinds { get; init; }
    /// <summary>What signs each notice; sealed, and shown once when it is made.</summary>
    public required string SealedSecret { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>Which mails a person gets. Without one, those of their roles.</summary>
public sealed class NoticeChoice
{
    public required Guid StaffId { get; init; }
    public NoticeKinds Kinds { get; set; }
}

public sealed class WebhookTable : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.Property(hook => hook.Url).HasMaxLength(ChangeNotices.LongestUrl);
        builder.Property(hook => hook.Kinds).HasConversion<int>();
    }
}

public sealed class NoticeChoiceTable : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("NoticeChoices");
        builder.HasKey(choice => choice.StaffId);
        builder.Property(choice => choice.Kinds).HasConversion<int>();
    }
}
