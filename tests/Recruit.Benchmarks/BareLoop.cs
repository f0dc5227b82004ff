using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Recruit.Benchmarks;

/// <summary>The reference: the same number of posts over plain HTTP, with nothing stored and nothing checked.</summary>
public static class BareLoop
{
    public static async Task<double> RateAsync(NetworksProcess networks, int lanes, int perLane)
    {
        using var http = new HttpClient { BaseAddress = networks.Address };
        await LaneAsync(http, 0, 2);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, lanes).Select(lane => LaneAsync(http, lane, perLane)));
        return lanes * perLane / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Milliseconds from the timer's instant to the call's arrival.</summary>
    public static async Task<IReadOnlyList<double>> LatenessAsync(NetworksProcess networks, int count, TimeSpan apart)
    {
        using var http = new HttpClient { BaseAddress = networks.Address };
        await LaneAsync(http, 0, 2);
        await networks.ForgetAsync();
        var due = new List<DateTimeOffset>();
        var at = Clock.Now;
        for (var number = 0; number < count; number++)
        {
            at += apart;
            due.Add(at);
            await Clock.ReachAsync(at);
            await LaneAsync(http, 0, 1);
        }

        var calls = (await networks.CallsAsync()).Where(call => call.IsCreate).OrderBy(call => call.ArrivedAt).ToList();
        return [.. calls.Zip(due, (call, instant) => (call.ArrivedAt - instant).TotalMilliseconds)];
    }

    private static async Task LaneAsync(HttpClient http, int lane, int count)
    {
        for (var number = 0; number < count; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "2/tweets") { Content = JsonContent.Create(new { text = $"{Guid.NewGuid()}" }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"practice-9{lane:000}");
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }
    }
}
