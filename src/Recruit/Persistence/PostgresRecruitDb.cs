using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public sealed class PostgresRecruitDb(DbContextOptions<PostgresRecruitDb> options) : RecruitDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // timestamptz takes offset 0 only and keeps microseconds.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
    }
}
