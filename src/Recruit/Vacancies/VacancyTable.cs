using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Persistence;

namespace Recruit.Vacancies;

public sealed class VacancyTable : IEntityTypeConfiguration<Vacancy>
{
    public void Configure(EntityTypeBuilder<Vacancy> builder)
    {
        builder.ToTable("Vacancies");
        builder.Property(vacancy => vacancy.RequisitionId).HasMaxLength(100);
        builder.Property(vacancy => vacancy.Title).HasMaxLength(200);
        builder.Property(vacancy => vacancy.Slug).HasMaxLength(120);
        builder.Property(vacancy => vacancy.ImportedRow).HasMaxLength(2000);
        builder.Property(vacancy => vacancy.Credentials).AsJson();
        builder.ComplexProperty(vacancy => vacancy.Pay, pay =>
        {
            pay.Property(p => p.Min).HasPrecision(12, 4);
            pay.Property(p => p.Max).HasPrecision(12, 4);
            pay.Property(p => p.Currency).HasMaxLength(3);
        });
        builder.Property(vacancy => vacancy.SignOnBonus).HasPrecision(12, 2);
        builder.Property(vacancy => vacancy.HoursPerWeek).HasPrecision(5, 2);
        builder.Property(vacancy => vacancy.Fte).HasPrecision(4, 3);

        // A requisition id is unique per employer; imports find their vacancy by it.
        builder.HasIndex(vacancy => vacancy.RequisitionId).IsUnique();
        builder.HasIndex(vacancy => vacancy.Slug).IsUnique();
        builder.HasIndex(vacancy => new { vacancy.State, vacancy.ClosesOn });
        builder.HasOne(vacancy => vacancy.Facility).WithMany().HasForeignKey(vacancy => vacancy.FacilityId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class VacancySet
{
    extension(RecruitDb db)
    {
        public DbSet<Vacancy> Vacancies => db.Set<Vacancy>();
    }
}
