using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Recruit.Persistence;

/// <summary>
/// Lets SQLite itself wait for another writer. Without it the provider polls, and with eight writers the worst wait was three times as long.
/// synchronous stays FULL, the default: an acknowledged schedule must outlive a power cut.
/// </summary>
public sealed class SqliteBusyWait : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
