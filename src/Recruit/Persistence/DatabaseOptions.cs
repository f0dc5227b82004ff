using System.ComponentModel.DataAnnotations;

namespace Recruit.Persistence;

public sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Empty with SQLite means data/recruit.db in the home folder.</summary>
    [StringLength(2000)]
    public string ConnectionString { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("is needed with Postgres, for example Host=localhost;Database=recruit;Username=recruit", [nameof(ConnectionString)]);
    }
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
