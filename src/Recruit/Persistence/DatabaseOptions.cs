using System.ComponentModel.DataAnnotations;

namespace Recruit.Persistence;

public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Empty with SQLite means data/recruit.db in the home folder.</summary>
    [StringLength(2000)]
    public string ConnectionString { get; set; } = "";
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
