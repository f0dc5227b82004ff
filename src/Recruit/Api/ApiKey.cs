using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Api;

/// <summary>Lets a program act as one member of staff. The database holds only the key's hash: who reads the database cannot use it.</summary>
public sealed class ApiKey
{
    /// <summary>Tells people and secret scanners what it is.</summary>
    public const string Prefix = "rcr_";

    private const int ShownLetters = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StaffId { get; init; }
    public required string KeyHash { get; init; }
    /// <summary>Its first letters, so that people tell their keys apart.</summary>
    public required string Hint { get; init; }
    /// <summary>What uses it, in the owner's words.</summary>
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>To the hour: a write for each request would cost more than it tells.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    public static (ApiKey Row, string Key) Make(Guid staffId, string name, DateTimeOffset now)
    {
        var key = Prefix + SecretCode.Make();
        return (new ApiKey { StaffId = staffId, KeyHash = SecretCode.Hash(key), Hint = key[..ShownLetters], Name = name, CreatedAt = now }, key);
    }
}

public sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(key => key.KeyHash).HasMaxLength(64);
        builder.Property(key => key.Hint).HasMaxLength(20);
        builder.Property(key => key.Name).HasMaxLength(100);
        builder.HasIndex(key => key.KeyHash).IsUnique();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(key => key.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ApiKeySet
{
    extension(RecruitDb db)
    {
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        /// <summary>Whose key it is; null when it is unknown or revoked, or its owner is disabled.</summary>
        public async Task<(ApiKey Key, StaffMember Owner)?> OwnerOfKeyAsync(string key, CancellationToken ct = default)
        {
            var hash = SecretCode.Hash(key);
            var found = await db.ApiKeys.AsNoTracking()
                .Where(row => row.KeyHash == hash && row.RevokedAt == null)
                .Join(db.Users.Where(staff => !staff.Disabled), row => row.StaffId, staff => staff.Id, (row, staff) => new { row, staff })
                .SingleOrDefaultAsync(ct);
            return found is null ? null : (found.row, found.staff);
        }
    }
}
