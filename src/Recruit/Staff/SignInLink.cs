using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Staff;

/// <summary>A link that works once. The database holds only the hash of its code: who reads the database cannot sign in with it.</summary>
public sealed class SignInLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string CodeHash { get; init; }

    /// <summary>Whom it signs in; null means: whoever opens it makes the first administrator.</summary>
    public Guid? StaffId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    public static (SignInLink Link, string Code) Make(Guid? staffId, DateTimeOffset expiresAt)
    {
        var code = SecretCode.Make();
        return (new SignInLink { CodeHash = SecretCode.Hash(code), StaffId = staffId, ExpiresAt = expiresAt }, code);
    }
}

public sealed class SignInLinkTable : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("SignInLinks");
        builder.Property(link => link.CodeHash).HasMaxLength(64);
        builder.HasIndex(link => link.CodeHash).IsUnique();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(link => link.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SignInLinkSet
{
    extension(RecruitDb db)
    {
        public DbSet<SignInLink> SignInLinks => db.Set<SignInLink>();

        public Task<SignInLink?> OpenLinkAsync(string code, DateTimeOffset now, CancellationToken ct = default)
        {
            var hash = SecretCode.Hash(code);
            return db.SignInLinks.AsNoTracking()
                .SingleOrDefaultAsync(link => link.CodeHash == hash && link.UsedAt == null && link.ExpiresAt > now, ct);
        }

        /// <summary>Uses the link up. Of two that try at once, one is told true.</summary>
        public async Task<bool> UseUpAsync(SignInLink link, DateTimeOffset now, CancellationToken ct = default)
            => await db.SignInLinks.Where(row => row.Id == link.Id && row.UsedAt == null && row.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), ct) == 1;
    }
}
