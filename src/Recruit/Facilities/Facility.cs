using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Facilities;

/// <summary>A hospital or site: the employer whose name, place, zone and legal texts stand on what is published.</summary>
public sealed class Facility : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid Version { get; set; }

    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public string Street { get; set; } = "";
    public string City { get; set; } = "";
    /// <summary>Two-letter code in the United States, otherwise the region's name.</summary>
    public string Region { get; set; } = "";
    public string PostalCode { get; set; } = "";
    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; set; } = "US";
    /// <summary>IANA name, for example America/Chicago.</summary>
    public string TimeZone { get; set; } = "America/New_York";

    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public string Website { get; set; } = "";

    public string EeoText { get; set; } = "";
    public string AccommodationText { get; set; } = "";
    public string AccommodationContact { get; set; } = "";

    /// <summary>Brand color of the jobs site, #rrggbb.</summary>
    public string Color { get; set; } = "#0b5d6b";

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Names and contacts that are the employer's own wherever they stand in a text.</summary>
    public IEnumerable<string> OwnWords() => ((string[])[Name, ShortName, Phone, Email, Website, Street, AccommodationContact]).Where(words => words.Length > 0);

    /// <summary>Takes off the blanks that typing and pasting leave at the ends.</summary>
    public void Tidy()
    {
        (Name, ShortName, Street, City) = (Name.Trim(), ShortName.Trim(), Street.Trim(), City.Trim());
        (Region, PostalCode, Country, TimeZone) = (Region.Trim(), PostalCode.Trim(), Country.Trim(), TimeZone.Trim());
        (Phone, Email, Website, Color) = (Phone.Trim(), Email.Trim(), Website.Trim(), Color.Trim());
        (EeoText, AccommodationText, AccommodationContact) = (EeoText.Trim(), AccommodationText.Trim(), AccommodationContact.Trim());
    }
}

public sealed class FacilityTable : IEntityTypeConfiguration<Facility>
{
    public void Configure(EntityTypeBuilder<Facility> builder)
    {
        builder.ToTable("Facilities");
        builder.Ignore(facility => facility.Zone);
        builder.Property(facility => facility.Name).HasMaxLength(200);
        builder.HasIndex(facility => facility.Name).IsUnique();
    }
}

public static class FacilitySet
{
    extension(RecruitDb db)
    {
        public DbSet<Facility> Facilities => db.Set<Facility>();
    }
}
