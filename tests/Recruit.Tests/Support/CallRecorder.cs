using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>Stands in for all networks and writes down every call, whatever it is.</summary>
public sealed class CallRecorder : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<SentRequest> _calls = [];
    private int _ended;

    /// <summary>What each call gets: status and body; null for silence. What it throws breaks the connection.</summary>
    public Func<SentRequest, (int Status, string Body)?> Answer { get; set; } = _ => null;

    public IReadOnlyList<SentRequest> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    /// <summary>Calls that got only silence and were given up by whoever made them.</summary>
    public int GivenUp => Volatile.Read(ref _ended);

    public void StandIn(IServiceCollection services) => services.AddHttpClient(ChannelHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_gate)
            _calls.Add(call);
        if (Answer(call) is { } answer)
            return new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body) };

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }

        throw new OperationCanceledException(cancellationToken);
    }
}
