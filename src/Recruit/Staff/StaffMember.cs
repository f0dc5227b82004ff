using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Recruit.Staff;

/// <summary>A person who signs in. Without a password they sign in by one-time links only.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    public StaffRoles Roles { get; set; }

    /// <summary>The facilities that this person works for; empty means all.</summary>
    public List<Guid> FacilityIds { get; set; } = [];

    public bool Disabled { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public bool HasPassword => PasswordHash is not null;

    public static StaffMember Create(string email, string name, StaffRoles roles, IEnumerable<Guid>? facilityIds = null)
    {
        var address = email.Trim();
        return new StaffMember
        {
            Id = Guid.CreateVersion7(),
            UserName = address,
            NormalizedUserName = Normalize(address),
            Email = address,
            NormalizedEmail = Normalize(address),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = NewStamp(),
            Name = name.Trim(),
            Roles = roles,
            FacilityIds = [.. facilityIds ?? []],
        };
    }

    // The same as Identity's UpperInvariantLookupNormalizer, which finds the person at sign-in.
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    public void SetPassword(string password, IPasswordHasher<StaffMember> hasher)
    {
        PasswordHash = hasher.HashPassword(this, password);
        EndSessions();
    }

    public void Disable()
    {
        Disabled = true;
        EndSessions();
    }

    public void Enable() => Disabled = false;

    // A cookie holds the stamp it was made with; a circuit and a cookie compare theirs once a minute.
    private void EndSessions() => SecurityStamp = NewStamp();

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}

[Flags]
public enum StaffRoles
{
    None = 0,
    /// <summary>Enters openings and submits broadcasts.</summary>
    Hr = 1,
    /// <summary>Approves broadcasts and follows reach.</summary>
    Recruiter = 2,
    /// <summary>Decides what the guard cannot.</summary>
    PrivacyReviewer = 4,
    /// <summary>Runs accounts, facilities, staff and settings.</summary>
    Administrator = 8,
}

public sealed class StaffMemberTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.Property(staff => staff.Name).HasMaxLength(200);
        builder.Property(staff => staff.Email).IsRequired();
        builder.HasIndex(staff => staff.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        // As a number, so that a query can ask for one role among several.
        builder.Property(staff => staff.Roles).HasConversion<int>();
    }
}
