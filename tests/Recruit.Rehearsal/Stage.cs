using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Shell;

namespace Recruit.Rehearsal;

/// <summary>A home folder with a database, the practice networks in a process of their own, and the program's own services to set the scene with.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly string _home = "";
    private readonly NetworksProcess? _networks;
    private TimeSpan _lead;
    private readonly Dictionary<string, string> _settings;
    private readonly Microsoft.AspNetCore.Builder.WebApplication _app;

    private Stage(NetworksProcess networks, string? postgres, IReadOnlyDictionary<string, string>? more)
    {
        _networks = networks;
        _home = Directory.CreateTempSubdirectory("recruit-stage-").FullName;
        var source = RecruitHome.Find([]).TemplatesFolder;
        foreach (var file in Directory.GetFiles(source, "*.scriban", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_home, "templates", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _settings = new Dictionary<string, string>
        {
            ["Recruit:Home"] = _home,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Practice:Enabled"] = "false",
            ["Channels:X:BaseUrl"] = networks.Address.ToString(),
            ["Channels:LinkedIn:BaseUrl"] = networks.Address.ToString(),
            ["Channels:Facebook:BaseUrl"] = networks.Address.ToString(),
            ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            ["Database:ConnectionString"] = postgres ?? "",
        };
        foreach (var (key, value) in more ?? new Dictionary<string, string>())
            _settings[key] = value;

        // Built and never started: it lends its services, and sends nothing itself.
        _app = RecruitApp.Build([.. _settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
    }

    private Stage(string[] settings)
    {
        _settings = settings.Select(setting => setting[2..].Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        _app = RecruitApp.Build(settings);
    }

    public NetworksProcess Networks => _networks ?? throw new InvalidOperationException("A borrowed stage has no networks.");

    public string DatabaseFile => Path.Combine(_home, "data", "recruit.db");

    public IReadOnlyDictionary<string, string> Settings => _settings;

    public string Home => _home;

    public IServiceProvider Services => _app.Services;

    public IDbContextFactory<RecruitDb> Databases => _app.Services.GetRequiredService<IDbContextFactory<RecruitDb>>();

    /// <summary>Waits that fit a run of seconds: looks after one and two seconds, calls that end after five, leases after ten.</summary>
    public static IReadOnlyDictionary<string, string> Hurried { get; } = new Dictionary<string, string>
    {
        ["Deliveries:LookDelays:0"] = "00:00:01",
        ["Deliveries:LookDelays:1"] = "00:00:02",
        ["Channels:TimeOut"] = "00:00:05",
        ["Deliveries:LeaseMargin"] = "00:00:05",
    };

    /// <param name="networks">Ends with the stage.</param>
    /// <param name="postgres">The connection string of an empty database; null for the embedded one.</param>
    /// <param name="migrate">False leaves the database as empty as it came.</param>
    public static async Task<Stage> SetAsync(NetworksProcess networks, string? postgres = null, IReadOnlyDictionary<string, string>? settings = null, bool migrate = true)
    {
        var stage = new Stage(networks, postgres, settings);
        if (migrate)
            await stage._app.Services.GetRequiredService<MigrateDatabase>().RunAsync();
        return stage;
    }

    /// <summary>Another process's stage, by its settings as arguments. It stays when this one leaves.</summary>
    public static Stage Borrow(string[] settings) => new(settings);

    public Task<RecruitProcess> StartAsync() => RecruitProcess.StartAsync(_settings);

    public Task<RecruitProcess> StartAsync(params (string Key, string Value)[] more) =>
        RecruitProcess.StartAsync(_settings.Where(setting => more.All(one => one.Key != setting.Key)).Concat(more.Select(one => KeyValuePair.Create(one.Key, one.Value))).ToDictionary());

    /// <summary>An instant far enough ahead that an app started now is ready before it, also on a machine that others use.</summary>
    public async Task<DateTimeOffset> SoonAsync()
    {
        if (_lead == TimeSpan.Zero)
        {
            var started = Clock.Now;
            using var app = await StartAsync();
            await app.TerminateAsync();
            _lead = (2 * (Clock.Now - started)) + TimeSpan.FromSeconds(4);
        }

        return Clock.Now + _lead;
    }

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(IReadOnlyCollection<Guid> ids)
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await db.Deliveries.AsNoTracking().Include(delivery => delivery.Account).Where(delivery => ids.Contains(delivery.Id)).ToListAsync();
    }

    /// <summary>Takes back the newest migration, so that the next start has one to make.</summary>
    public async Task StepBackAsync()
    {
        await using var db = await Databases.CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().SkipLast(1).Last());
    }

    public async Task<int> CountAsync(DeliveryState state)
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await db.Deliveries.CountAsync(delivery => delivery.State == state);
    }

    public async Task<IReadOnlyList<Attempt>> AttemptsAsync(IReadOnlyCollection<Guid> ids)
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await db.Attempts.AsNoTracking().Where(attempt => ids.Contains(attempt.DeliveryId)).ToListAsync();
    }

    /// <summary>Asks until the answer is yes; false when the time is up.</summary>
    /// <param name="pause">Between two questions: a tenth of a second, unless asking would disturb what is measured.</param>
    public static async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan limit, TimeSpan? pause = null)
    {
        var end = TimeProvider.System.GetUtcNow() + limit;
        using var beat = new PeriodicTimer(pause ?? TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await isSo())
        {
            if (TimeProvider.System.GetUtcNow() > end)
                return false;
            await beat.WaitForNextTickAsync();
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _networks?.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (_home.Length > 0)
            Directory.Delete(_home, recursive: true);
    }
}
