using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Recruit.Notices;

/// <summary>Something that people outside of the pages should hear. It is stored with the change that it tells of, and sent afterwards.</summary>
public sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required NoticeKinds Kind { get; init; }
    /// <summary>The same thing is told once: a second notice with this key is not stored.</summary>
    public required string Key { get; init; }
    /// <summary>One line. Never words of a post.</summary>
    public required string Title { get; init => field = Cut(value, LongestTitle); }
    /// <summary>What it means and what to do. Never words of a post, nor what a network said: it may quote them.</summary>
    public required string Text { get; init => field = Cut(value, LongestText); }
    /// <summary>Where to go inside the app.</summary>
    public required string Path { get; init; }
    /// <summary>The delivery, broadcast or account that it is about.</summary>
    public required Guid AboutId { get; init; }
    /// <summary>Only people who work for it are told; null: all.</summary>
    public Guid? FacilityId { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>When it was addressed to people and webhooks; null before that.</summary>
    public DateTimeOffset? AddressedAt { get; set; }

    public const int LongestTitle = 400;
    public const int LongestText = 1000;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)]}…";
}

/// <summary>One notice on its way to one person or one webhook.</summary>
public sealed class NoticeLetter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid NoticeId { get; init; }
    public Notice? Notice { get; init; }
    /// <summary>By mail; null for a webhook.</summary>
    public Guid? StaffId { get; init; }
    public Guid? WebhookId { get; init; }
    /// <summary>When it is tried next; null once it has arrived or was given up.</summary>
    public DateTimeOffset? NextAt { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset? ArrivedAt { get; set; }
    /// <summary>Why the last try failed, a sentence; empty when none did.</summary>
    public string Failure { get; set => field = value.Length <= LongestFailure ? value : value[..LongestFailure]; } = "";

    public const int LongestFailure = 300;
}

public sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(notice => notice.Kind).HasConversion<int>();
        builder.Property(notice => notice.Key).HasMaxLength(200);
        builder.Property(notice => notice.Title).HasMaxLength(Notice.LongestTitle);
        builder.Property(notice => notice.Text).HasMaxLength(Notice.LongestText);
        builder.Property(notice => notice.Path).HasMaxLength(300);
        builder.HasIndex(notice => notice.Key).IsUnique();
        builder.HasIndex(notice => notice.AddressedAt).HasFilter("\"AddressedAt\" IS NULL");
    }
}

public sealed class NoticeLetterTable : IEntityTypeConfiguration<NoticeLetter>
{
    public void Configure(EntityTypeBuilder<NoticeLetter> builder)
    {
        builder.ToTable("NoticeLetters");
        builder.Property(letter => letter.Failure).HasMaxLength(NoticeLetter.LongestFailure);
        builder.HasOne(letter => letter.Notice).WithMany().HasForeignKey(letter => letter.NoticeId);
        builder.HasIndex(letter => letter.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
    }
}
