using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Recruit.Shell;

namespace Recruit.Tests.Support;

/// <summary>
/// The whole app on a database and a home folder of its own, with a clock that the test turns; the practice networks are off.
/// One per test class: <c>IClassFixture&lt;RecruitFactory&gt;</c>.
/// </summary>
public sealed class RecruitFactory : WebApplicationFactory<RecruitApp>
{
    private readonly string _home = Directory.CreateTempSubdirectory("recruit-home-").FullName;

    private bool _gone;

    public TestDb Db { get; } = new();

    // Today and not a fixed day: certificates, cookies and Data Protection's keys keep the machine's time.
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Practice:Enabled"] = "false",
        ["SignIn:TriesPerMinute"] = "100000",
    };

    /// <summary>Set before first use to replace services, for instance the network's handler.</summary>
    public Action<IServiceCollection>? Replace { get; set; }

    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Runs one act with services of a scope of its own.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task AskAsync<TService>(Func<TService, Task> act) where TService : notnull => AskAsync<TService, bool>(async service =>
    {
        await act(service);
        return true;
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        CopyTemplates();
        builder.UseSetting($"{HomeOptions.Section}:{nameof(HomeOptions.Home)}", _home);
        builder.UseSetting("Database:Provider", TestDb.Provider.ToString());
        builder.UseSetting("Database:ConnectionString", Db.ConnectionString);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            Replace?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            base.Dispose(disposing);
        }
        catch (ObjectDisposedException)
        {
            // The program disposes itself as soon as it is told to stop; a factory that is still stopping it finds it gone.
        }

        // The framework comes by twice, once from its asynchronous half.
        if (!disposing || Interlocked.Exchange(ref _gone, true))
            return;
        Db.Dispose();
        if (Directory.Exists(_home))
            Directory.Delete(_home, recursive: true);
    }

    private void CopyTemplates()
    {
        var source = RecruitHome.Find([]).TemplatesFolder;
        if (!Directory.Exists(source))
            return;
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_home, "templates", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
