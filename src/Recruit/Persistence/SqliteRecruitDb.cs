using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public sealed class SqliteRecruitDb(DbContextOptions<SqliteRecruitDb> options) : RecruitDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite cannot order or compare DateTimeOffset text.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }
}
