using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Recruit.Rehearsal;
using Recruit.Shell;

namespace Recruit.BrowserTests;

/// <summary>The program as its first command starts it: own home folder, own ports, practice networks, the sample hospital.</summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("recruit-browser-").FullName;
    private readonly StringWriter _console = new();
    private readonly StringWriter _errors = new();
    private WebApplication? _app;
    private Task<int>? _run;

    public Uri Url { get; } = new($"http://localhost:{Machine.FreePort()}");

    public Uri Networks { get; } = new($"http://localhost:{Machine.FreePort()}");

    /// <summary>The link that the first start prints.</summary>
    public string FirstRunLink => Link().Match(_console.ToString()).Value is { Length: > 0 } link
        ? link
        : throw new InvalidOperationException($"The start printed no link: {_console}");

    public async Task StartAsync()
    {
        CopyTemplates();
        _run = Start.RunAsync(() => _app = RecruitApp.Build([
            "--environment=Development",
            $"--urls={Url.GetLeftPart(UriPartial.Authority)}",
            $"--Recruit:Home={_home}",
            $"--Site:BaseUrl={Url.GetLeftPart(UriPartial.Authority)}",
            $"--Practice:Enabled=true",
            $"--Practice:Port={Networks.Port}",
            "--Logging:LogLevel:Default=Warning",
        ]), TextWriter.Synchronized(_console), _errors);

        var said = Until(() => _console.ToString().Contains(Urls.FirstRun, StringComparison.Ordinal));
        if (await Task.WhenAny(_run, said) == _run)
            throw new InvalidOperationException($"Recruit did not start: {_errors}");
        await said;
    }

    /// <summary>Waits for what the program does by itself. A whole program on real time has nothing to turn.</summary>
    public static async Task Until(Func<bool> done)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!done())
            await look.WaitForNextTickAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            _app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        if (_run is not null)
            await _run;
        await _console.DisposeAsync();
        await _errors.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private void CopyTemplates()
    {
        var source = RecruitHome.Find([]).TemplatesFolder;
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_home, "templates", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"https?://\S+/first-run/\S+")]
    private static partial Regex Link();
}
