using System.Diagnostics;
using System.Net.Http.Headers;

namespace Recruit.Benchmarks;

/// <summary>People who go on reading while the program is busy: a list of deliveries through the API, which asks the database each time, and the public jobs page.</summary>
public sealed class Visitors(Uri address, string key) : IDisposable
{
    private static readonly string[] Pages = ["api/v1/deliveries?state=published", "jobs"];

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
    private readonly List<double> _times = [];

    /// <summary>Milliseconds from request to the whole answer.</summary>
    public IReadOnlyList<double> Times => _times;

    public int Refused { get; private set; }

    /// <summary>Reads every page again and again until told to stop.</summary>
    public async Task ReadAsync(CancellationToken end)
    {
        using var beat = new PeriodicTimer(Apart, TimeProvider.System);
        try
        {
            do
            {
                foreach (var page in Pages)
                    await ReadAsync(page);
            }
            while (await beat.WaitForNextTickAsync(end));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The burst is over.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task ReadAsync(string page)
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(page, CancellationToken.None);
        await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        _times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        if (!answer.IsSuccessStatusCode)
            Refused++;
    }
}
