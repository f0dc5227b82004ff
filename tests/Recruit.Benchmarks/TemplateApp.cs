using System.Diagnostics;

namespace Recruit.Benchmarks;

/// <summary>The reference for memory and start: what <c>dotnet new blazor</c> makes, built for release.</summary>
public sealed class TemplateApp : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recruit-template-").FullName;

    public async Task BuildAsync()
    {
        await Machine.RunAsync("dotnet", "new", "blazor", "--interactivity", "Server", "--all-interactive", "--name", "Reference", "--output", _folder);
        await Machine.RunAsync("dotnet", "build", _folder, "--configuration", "Release", "--nologo", "--verbosity", "quiet");
    }

    /// <summary>Seconds to the first page, and MiB after it has rested.</summary>
    public Task<(double Seconds, double Memory)> MeasureAsync(double rest) => MeasureAsync(
        Path.Combine(_folder, "bin", "Release", "net10.0", "Reference.dll"), "/", new Dictionary<string, string>(), rest);

    /// <summary>Starts a program and asks for its first page until it comes.</summary>
    public static async Task<(double Seconds, double Memory)> MeasureAsync(
        string assembly, string page, IReadOnlyDictionary<string, string> environment, double rest, Func<Uri, Process, Task>? then = null)
    {
        var address = new Uri($"http://127.0.0.1:{Machine.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(assembly) };
        foreach (var (key, value) in environment)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await FirstPageAsync(new Uri(address, page), process);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (then is not null)
                await then(address, process);
            await Clock.PassAsync(rest);
            return (seconds, Machine.Memory(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task FirstPageAsync(Uri page, Process process)
    {
        using var http = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(page);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Clock.PassAsync(0.02);
        }

        throw new InvalidOperationException($"The program behind {page} ended before its first page.");
    }
}
