using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>A time in which nothing is sent on any account. It runs until somebody has answered for everything that became overdue.</summary>
public sealed class SendingPause : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid Version { get; set; }
    public required string Reason { get; init; }
    public required Guid StartedBy { get; init; }
    public required string StartedByName { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string EndedByName { get; private set; } = "";

    public void End(string byName, DateTimeOffset now) => (EndedAt, EndedByName) = (now, byName);
}

public sealed class SendingPauseTable : IEntityTypeConfiguration<SendingPause>
{
    public void Configure(EntityTypeBuilder<SendingPause> builder)
    {
        builder.ToTable("SendingPauses");
        builder.Property(pause => pause.Reason).HasMaxLength(300);
        builder.Property(pause => pause.StartedByName).HasMaxLength(200);
        builder.Property(pause => pause.EndedByName).HasMaxLength(200);
        // Every claim asks for a running one; there is hardly ever any.
        builder.HasIndex(pause => pause.EndedAt).HasFilter("\"EndedAt\" IS NULL");
    }
}

public static class SendingPauseSet
{
    extension(RecruitDb db)
    {
        public DbSet<SendingPause> SendingPauses => db.Set<SendingPause>();

        public IQueryable<SendingPause> RunningPauses => db.Set<SendingPause>().Where(pause => pause.EndedAt == null);

        /// <summary>The pause that holds everything back now; null when sending goes on.</summary>
        public Task<SendingPause?> PauseAsync(CancellationToken ct)
            => db.RunningPauses.AsNoTracking().OrderBy(pause => pause.Id).FirstOrDefaultAsync(ct);
    }
}
