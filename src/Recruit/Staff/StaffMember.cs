using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Recruit.Staff;

/// <summary>A person who signs in.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    public StaffRoles Roles { get; set; }

    /// <summary>The facilities that this person works for; empty means all.</summary>
    public List<Guid> FacilityIds { get; set; } = [];

    public bool Disabled { get; set; }
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
    }
}
