using Microsoft.Data.Sqlite;
using Recruit.Shell;

namespace Recruit.Persistence;

/// <summary>Where the SQLite file is. A relative path starts at the home folder, so that every way of starting opens the same file.</summary>
public static class SqlitePlace
{
    public static string ConnectionString(string configured, RecruitHome home)
    {
        var place = new SqliteConnectionStringBuilder(configured);
        if (place.DataSource.Length == 0)
            place.DataSource = Path.Combine(home.DataFolder, "recruit.db");

        if (IsFile(place))
        {
            place.DataSource = Path.GetFullPath(place.DataSource, home.Folder);
            Directory.CreateDirectory(Path.GetDirectoryName(place.DataSource)!);
        }

        return place.ToString();
    }

    public static string? FileOf(string connectionString)
    {
        var place = new SqliteConnectionStringBuilder(connectionString);
        return IsFile(place) ? place.DataSource : null;
    }

    /// <summary>
    /// Keeps a second app away from the file until disposed: it would take the first one's open sends for those of a dead process.
    /// Operators' commands may come beside it. A killed process lets go by dying.
    /// </summary>
    /// <exception cref="IOException">Another app has it.</exception>
    public static IDisposable? Claim(DatabaseOptions database, RecruitHome home)
        => database.Provider == DatabaseProvider.Sqlite && FileOf(ConnectionString(database.ConnectionString, home)) is { } file
            ? new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            : null;

    private static bool IsFile(SqliteConnectionStringBuilder place)
        => place.Mode != SqliteOpenMode.Memory && place.DataSource != ":memory:" && !place.DataSource.StartsWith("file:", StringComparison.Ordinal);
}
