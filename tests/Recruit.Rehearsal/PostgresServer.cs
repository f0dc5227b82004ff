using Npgsql;

namespace Recruit.Rehearsal;

/// <summary>A throwaway PostgreSQL server of our own that can be killed and started again, or one that somebody else runs.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly string _connection;
    private int _databases;

    private PostgresServer(string? folder, string connection) => (_folder, _connection) = (folder, connection);

    /// <summary>Keeps its disk writes: what a kill must not lose is to be lost by nothing else.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        // Below /tmp whatever TMPDIR says: a socket's path may have 107 characters at most.
        var folder = $"/tmp/recruit-pg-{Guid.NewGuid():N}"[..24];
        var server = new PostgresServer(folder, (await ScriptAsync("start", folder, "durable")).Trim());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }

    public static PostgresServer At(string connection) => new(null, connection);

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"stage_{Guid.NewGuid():N}"[..14] + Interlocked.Increment(ref _databases);
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_connection) { Database = name }.ToString();
    }

    public Task KillAsync() => ScriptAsync("kill", Folder);

    public Task StartAgainAsync() => ScriptAsync("again", Folder);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_folder is null || !Directory.Exists(_folder))
            return;

        await ScriptAsync("stop", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private string Folder => _folder ?? throw new InvalidOperationException("Only a server of our own may be killed.");

    private static Task<string> ScriptAsync(params string[] arguments) =>
        Machine.RunAsync("bash", [Path.Combine(Machine.Root, "tests", "postgres.sh"), .. arguments]);
}
