using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Recruit.Persistence;

/// <summary>
/// SQLite has one writer. Transactions queue here, in order and without a thread, instead of each sleeping inside SQLite until it happens to find the file free:
/// thirty lanes that wait there hold thirty threads, and the unluckiest waits for seconds. Whose turn it is goes on at once, on a thread kept for that: in the
/// common pool it would stand in line behind work that needs no database, while everybody waits for it. So nothing inside a transaction may wait for another writer.
/// Who goes away with the turn for too long loses it, and SQLite decides.
/// </summary>
public sealed class SqliteWriteTurn : DbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<Waiter> _waiting = [];
    private readonly ManualResetEventSlim _left = new();
    private readonly Thread _thread;
    // Keeps its turn until its connection closes, for as many transactions as it likes: a migration is several.
    private volatile DbConnection? _writer;

    public SqliteWriteTurn()
    {
        _thread = new Thread(GiveTurns) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (_writer == connection)
            return result;

        // Who runs on the thread that gives the turns cannot wait for one, and need not: nobody else has it.
        if (Thread.CurrentThread == _thread)
            _writer = connection;
        else
            Enter(connection).Turn.Task.GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (_writer == connection)
            return result;

        var waiter = Enter(connection);
        await using var givingUp = cancellationToken.Register(() => waiter.Turn.TrySetCanceled(cancellationToken));
        await waiter.Turn.Task.ConfigureAwait(false);
        return result;
    }

    // However a transaction ended, its connection is closed after it.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public async Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        // What comes next is no business of the file's.
        if (Thread.CurrentThread == _thread)
            await Task.Yield();
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        // A thread that still waits for a writer may not find its queue gone: that would end the process.
        if (!_thread.Join(Patience))
            return;
        _waiting.Dispose();
        _left.Dispose();
    }

    private Waiter Enter(DbConnection connection)
    {
        var waiter = new Waiter(connection, new TaskCompletionSource());
        _waiting.Add(waiter);
        return waiter;
    }

    private void Leave(DbConnection connection)
    {
        if (_writer != connection)
            return;

        _writer = null;
        _left.Set();
    }

    private void GiveTurns()
    {
        foreach (var (connection, turn) in _waiting.GetConsumingEnumerable())
        {
            _left.Reset();
            _writer = connection;
            // The transaction runs here, up to its end or to the first thing that it waits for.
            if (!turn.TrySetResult() || (_writer == connection && !_left.Wait(Patience)))
                _writer = null;
        }
    }

    private sealed record Waiter(DbConnection Connection, TaskCompletionSource Turn);
}
