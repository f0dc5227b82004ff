using System.Diagnostics;
using System.Net.Http.Headers;

namespace Recruit.Benchmarks;

/// <summary>
/// People who go on reading while the program is busy: a list of deliveries through the API, which asks the database each time, the public jobs page,
/// and somebody of the staff who opens the deliveries page and waits for its rows.
/// </summary>
public sealed class Visitors(Uri address, string key, SignedIn person) : IDisposable
{
    private static readonly string[] Pages = ["api/v1/deliveries?state=published", "jobs"];

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
    private readonly List<double> _times = [];
    private readonly List<double> _opened = [];

    /// <summary>Milliseconds from request to the whole answer.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>Milliseconds from the request for the deliveries page to its rows, drawn by a new circuit.</summary>
    public IReadOnlyList<double> Opened => _opened;

    public int Refused { get; private set; }

    /// <summary>Reads every page again and again until told to stop.</summary>
    public Task ReadAsync(CancellationToken end) => Task.WhenAll(GoOnAsync(Pages, ReadAsync, end), GoOnAsync(["admin/deliveries"], OpenAsync, end));

    private static async Task GoOnAsync(IReadOnlyList<string> pages, Func<string, Task> read, CancellationToken end)
    {
        using var beat = new PeriodicTimer(Apart, TimeProvider.System);
        try
        {
            do
            {
                foreach (var page in pages)
                    await read(page);
            }
            while (await beat.WaitForNextTickAsync(end));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The burst is over.
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        person.Dispose();
    }

    private async Task OpenAsync(string page)
    {
        var asked = Stopwatch.GetTimestamp();
        await using var open = await OpenPage.OpenAsync(person, page, "Copy ");
        _opened.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
    }

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
