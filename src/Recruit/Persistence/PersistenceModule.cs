using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Shell;

namespace Recruit.Persistence;

public static class PersistenceModule
{
    public static void AddPersistence(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations();

        builder.Services.AddSingleton<SqliteWriteTurn>();
        builder.Services.AddPooledDbContextFactory<SqliteRecruitDb>((services, options) => options
            .UseSqlite(SqlitePlace.ConnectionString(Settings(services).ConnectionString, services.GetRequiredService<RecruitHome>()))
            .AddInterceptors(new SqliteBusyWait(), services.GetRequiredService<SqliteWriteTurn>()));
        builder.Services.AddPooledDbContextFactory<PostgresRecruitDb>((services, options) => options
            .UseNpgsql(Settings(services).ConnectionString));

        // Both are registered and one is used: which one is known only when all settings are read.
        builder.Services.AddSingleton<IDbContextFactory<RecruitDb>>(services => Settings(services).Provider switch
        {
            DatabaseProvider.Sqlite => new RecruitDbFactory<SqliteRecruitDb>(services.GetRequiredService<IDbContextFactory<SqliteRecruitDb>>()),
            _ => new RecruitDbFactory<PostgresRecruitDb>(services.GetRequiredService<IDbContextFactory<PostgresRecruitDb>>()),
        });

        // Identity's and Data Protection's stores take a scoped context; pages and jobs take the factory, one context per operation.
        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<RecruitDb>>().CreateDbContext());
        builder.Services.AddSingleton<MigrateDatabase>();
    }

    private static DatabaseOptions Settings(IServiceProvider services) => services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
