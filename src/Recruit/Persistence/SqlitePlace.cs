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

    private static bool IsFile(SqliteConnectionStringBuilder place)
        => place.Mode != SqliteOpenMode.Memory && place.DataSource != ":memory:" && !place.DataSource.StartsWith("file:", StringComparison.Ordinal);
}
