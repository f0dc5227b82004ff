using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Recruit.Persistence;

namespace Recruit.Tests.Support;

/// <summary>A database of one's own: an SQLite file, or a fresh PostgreSQL database when RECRUIT_TEST_POSTGRES holds a connection string.</summary>
public sealed class TestDb : IDbContextFactory<RecruitDb>, IDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("RECRUIT_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    // Made once and copied: the tables of a whole hospital take longer to make than most tests to run.
    private static readonly Lazy<byte[]> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<string> PostgresTemplate = new(MakePostgresTemplate);

    private readonly string _name = $"recruit_test_{Guid.NewGuid():N}";

    public TestDb()
    {
        if (Postgres is null)
        {
            var file = Path.Combine(Path.GetTempPath(), $"{_name}.db");
            File.WriteAllBytes(file, SqliteTemplate.Value);
            ConnectionString = $"Data Source={file}";
        }
        else
        {
            Admin($"CREATE DATABASE {_name} TEMPLATE {PostgresTemplate.Value}");
            ConnectionString = new NpgsqlConnectionStringBuilder(Postgres) { Database = _name, MaxPoolSize = 10 }.ToString();
        }
    }

    public static DatabaseProvider Provider => Postgres is null ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres;

    public string ConnectionString { get; }

    /// <summary>Sees every save of the contexts made from now on.</summary>
    public SaveChangesInterceptor? Watcher { get; set; }

    public RecruitDb CreateDbContext() => Postgres is null ? Sqlite(ConnectionString, Watcher) : PostgresDb(ConnectionString, Watcher);

    /// <summary>Saves rows as they are and returns the first: <c>var vacancy = await db.SaveAsync(A.Vacancy())</c>.</summary>
    public async Task<T> SaveAsync<T>(T row, params object[] more) where T : class
    {
        await using var db = CreateDbContext();
        db.AddRange([row, .. more]);
        await db.SaveChangesAsync();
        return row;
    }

    public async Task<T> ReadAsync<T>(Func<RecruitDb, Task<T>> read)
    {
        await using var db = CreateDbContext();
        return await read(db);
    }

    public void Dispose()
    {
        if (Postgres is null)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            foreach (var file in Directory.GetFiles(Path.GetTempPath(), $"{_name}.db*"))
                File.Delete(file);
        }
        else
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            Admin($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
    }

    private static void MakeTables(RecruitDb db) => db.Database.Migrate();

    private static byte[] MakeSqliteTemplate()
    {
        var file = Path.Combine(Path.GetTempPath(), $"recruit_template_{Guid.NewGuid():N}.db");
        using (var db = Sqlite($"Data Source={file};Pooling=False"))
        {
            MakeTables(db);
            // A copy of the file alone must hold everything, so nothing may stay in the log beside it.
            db.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    }

    private static string MakePostgresTemplate()
    {
        var name = $"recruit_template_{Environment.ProcessId}";
        Admin($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Admin($"CREATE DATABASE {name}");
        // Not pooled: a database cannot be copied while somebody is connected to it.
        using var db = PostgresDb(new NpgsqlConnectionStringBuilder(Postgres) { Database = name, Pooling = false }.ToString());
        MakeTables(db);
        return name;
    }

    private static SqliteRecruitDb Sqlite(string connectionString, SaveChangesInterceptor? watcher = null)
        => new(new DbContextOptionsBuilder<SqliteRecruitDb>().UseSqlite(connectionString).AddInterceptors([new SqliteBusyWait(), .. Given(watcher)]).Options);

    private static PostgresRecruitDb PostgresDb(string connectionString, SaveChangesInterceptor? watcher = null)
        => new(new DbContextOptionsBuilder<PostgresRecruitDb>().UseNpgsql(connectionString).AddInterceptors(Given(watcher)).Options);

    private static IInterceptor[] Given(SaveChangesInterceptor? watcher) => watcher is null ? [] : [watcher];

    private static void Admin(string sql)
    {
        using var connection = new NpgsqlConnection(Postgres);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made a few lines above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
