using System.Diagnostics;

namespace Recruit.Rehearsal;

/// <summary>A real program in a process of its own, which can be killed at any moment.</summary>
public abstract class ProgramProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _readyWords;
    private bool _isDisposed;

    protected ProgramProcess(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string readyWords)
    {
        _readyWords = readyWords;
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The program ended before it was ready:\n{Output}"));
    }

    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    public int Count(string words)
    {
        lock (_lines)
            return _lines.Count(line => line.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>When it was ready.</summary>
    public DateTimeOffset ReadyAt { get; private set; }

    public double Memory => Machine.Memory(_process.Id);

    public bool HasEnded => _process.HasExited;

    /// <summary>SIGKILL: nothing in the program gets to know.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and how long it took to end.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        var started = Stopwatch.GetTimestamp();
        Machine.Terminate(_process);
        await _process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts it and returns the line that told that it is ready.</summary>
    protected async Task<string> BeginAsync()
    {
        _process.Start();
        // Whoever is told to stop in the middle of a run leaves nothing behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return await _ready.Task.WaitAsync(TimeSpan.FromSeconds(90), TimeProvider.System);
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
        if (!line.StartsWith(_readyWords, StringComparison.Ordinal) || _ready.Task.IsCompleted)
            return;
        ReadyAt = TimeProvider.System.GetUtcNow();
        _ready.TrySetResult(line);
    }
}
