using System.Globalization;
using System.Runtime.InteropServices;

namespace Recruit.Sandbox;

public static class SandboxProgram
{
    private const string Usage = 
        "Usage: Recruit.Sandbox [--port NUMBER] [--data FILE|none] [--answer MILLISECONDS] [--x-posts NUMBER] [--x-window SECONDS] " +
        "[--linkedin-calls NUMBER] [--facebook-calls NUMBER] [--facebook-window SECONDS]";

    public static async Task<int> Main(string[] args)
    {
        if (args is ["--help" or "-h", ..])
        {
            Console.WriteLine($"{Usage}{Environment.NewLine}Runs the practice networks alone: by default on port 5090, with their posts in data/practice-posts.jsonl, at once, and with the limits of the real networks.");
            return 0;
        }

        if (Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            return await RunAsync(options);
        }
        catch (Exception mistake) when (mistake is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The practice networks cannot start: {mistake.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(SandboxOptions options)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var sandbox = SandboxHost.Create(options);
        await sandbox.StartAsync();
        Console.WriteLine($"Practice networks: {sandbox.Address} (posts are kept in {options.DataFile ?? "memory"})");
        await stopped.Task;
        await sandbox.StopAsync();
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }

    private static SandboxOptions? Parse(string[] args)
    {
        var options = new SandboxOptions { DataFile = DefaultDataFile() };
        for (var place = 0; place < args.Length; place += 2)
        {
            if (place + 1 == args.Length || With(options, args[place], args[place + 1]) is not { } next)
                return null;
            options = next;
        }

        return options;
    }

    private static SandboxOptions? With(SandboxOptions options, string name, string value)
    {
        if (name == "--data")
            return options with { DataFile = value == "none" ? null : value };
        if (!int.TryParse(value, CultureInfo.InvariantCulture, out var number) || number < 0)
            return null;
        return name switch
        {
            "--port" when number <= 65535 => options with { Port = number },
            "--answer" => options with { AnswerDelay = TimeSpan.FromMilliseconds(number) },
            "--x-posts" => options with { XPosts = number },
            "--x-window" => options with { XWindow = TimeSpan.FromSeconds(number) },
            "--linkedin-calls" => options with { LinkedInCallsPerDay = number },
            "--facebook-calls" => options with { FacebookCalls = number },
            "--facebook-window" => options with { FacebookWindow = TimeSpan.FromSeconds(number) },
            _ => null,
        };
    }

    /// <summary>The nearest data folder above the program, so that the working directory does not matter; beside the solution when there is none yet.</summary>
    private static string DefaultDataFile()
    {
        var folders = new List<string>();
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            folders.Add(folder.FullName);
        var home = folders.Find(folder => Directory.Exists(Path.Combine(folder, "data")))
            ?? folders.Find(folder => File.Exists(Path.Combine(folder, "Recruit.sln")))
            ?? AppContext.BaseDirectory;
        return Path.Combine(home, "data", "practice-posts.jsonl");
    }
}
