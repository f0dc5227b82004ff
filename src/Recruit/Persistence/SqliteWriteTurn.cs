using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Recruit.Persistence;

/// <summary>
/// SQLite has one writer. Transactions queue here, in order and without a thread, instead of each sleeping inside SQLite until it happens to find the file free:
/// thirty lanes that wait there hold thirty threads, and the unluckiest waits for seconds. Who finds no turn in time goes on and lets SQLite decide.
/// </summary>
public sealed class SqliteWriteTurn : DbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    // Keeps its turn until its connection closes, for as many transactions as it likes: a migration is several.
    private DbConnection? _writer;

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (_writer != connection && _turn.Wait(Patience))
            _writer = connection;
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (_writer != connection && await _turn.WaitAsync(Patience, cancellationToken))
            _writer = connection;
        return result;
    }

    // However a transaction ended, its connection is closed after it.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => _turn.Dispose();

    private void Leave(DbConnection connection)
    {
        if (Interlocked.CompareExchange(ref _writer, null, connection) == connection)
            _turn.Release();
    }
}
