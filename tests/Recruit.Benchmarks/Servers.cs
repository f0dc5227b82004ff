namespace Recruit.Benchmarks;

/// <summary>PostgreSQL is started when the first run on it begins, and ends with the program.</summary>
public sealed class Servers : IAsyncDisposable
{
    private PostgresServer? _postgres;

    public async Task<PostgresServer> PostgresAsync() => _postgres ??= await PostgresServer.StartAsync();

    /// <param name="networks">Arguments of the practice networks.</param>
    public async Task<Stage> StageAsync(string database, IReadOnlyDictionary<string, string>? settings, params string[] networks) => await Stage.SetAsync(
        await NetworksProcess.StartAsync(networks),
        database == "postgres" ? await (await PostgresAsync()).NewDatabaseAsync() : null,
        settings);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }
}
