using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public sealed class SqliteRecruitDb : RecruitDb
{
    public SqliteRecruitDb(DbContextOptions<SqliteRecruitDb> options) : base(options)
        // A single statement too, so that every writer waits for its turn: SqliteWriteTurn.
        => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite cannot order or compare DateTimeOffset text.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }
}
