using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>
/// Stands in for all networks: each planned answer is given once, in the order of planning. RestSharp swallows what a handler throws,
/// so a forgotten plan would look like an outage; therefore it also fails the test when this is disposed.
/// </summary>
public sealed class FakeNetwork : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<Plan> _plans = [];
    private readonly List<SentRequest> _sent = [];
    private readonly List<string> _unplanned = [];

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    /// <summary>Puts this in place of the wire.</summary>
    public void StandIn(IServiceCollection services)
        => services.AddHttpClient(ChannelHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => this);

    /// <param name="path">As it stands in the address, percent-encoded and without the query.</param>
    public void Answer(HttpMethod method, string path, int status, string body = "", IReadOnlyDictionary<string, string>? headers = null)
        => Add(method, path, _ => Task.FromResult(ResponseOf(status, body, headers ?? new Dictionary<string, string>())));

    public void Fail(HttpMethod method, string path, Exception failure) => Add(method, path, _ => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>No answer ever comes: the caller must give up by itself.</summary>
    public void StaySilent(HttpMethod method, string path) => Add(method, path, async ct =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
        throw new OperationCanceledException(ct);
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));

        Plan? plan;
        lock (_gate)
        {
            _sent.Add(sent);
            plan = _plans.Find(candidate => candidate.Method == request.Method && candidate.Path == sent.Url.AbsolutePath);
            if (plan is null)
                _unplanned.Add($"{request.Method} {sent.Url}");
            else
                _plans.Remove(plan);
        }

        return plan is null
            ? throw new InvalidOperationException($"Nothing is planned for {request.Method} {sent.Url}.")
            : await plan.Answer(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _unplanned.Count > 0)
            throw new InvalidOperationException($"Nothing was planned for: {string.Join("; ", _unplanned)}.");
    }

    private void Add(HttpMethod method, string path, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
            _plans.Add(new Plan(method, path, answer));
    }

    private static HttpResponseMessage ResponseOf(int status, string body, IReadOnlyDictionary<string, string> headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.Remove(name);
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }

        return response;
    }

    private sealed record Plan(HttpMethod Method, string Path, Func<CancellationToken, Task<HttpResponseMessage>> Answer);
}

public sealed record SentRequest(HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body);
