using System.Diagnostics;
using Microsoft.Extensions.Options;
using RestSharp;

namespace Recruit.Channels;

/// <summary>The one way out to a network. It never repeats a call, and it alone decides whether a failed one may have arrived.</summary>
public sealed partial class ChannelHttp(
    IHttpClientFactory clients,
    IOptions<ChannelHttpOptions> options,
    TimeProvider time,
    ILogger<ChannelHttp> logger)
{
    public const string ClientName = "channels";

    /// <summary>Never throws for what a network does. A cancelled call counts as unanswered, since it may have arrived.</summary>
    /// <param name="bringsSecrets">The answer to this call holds new secrets, which may equal old ones: it is not blacked out, and nobody may quote it.</param>
    public async Task<Reply> SendAsync(Endpoint endpoint, RestRequest request, AccountAccess account, CancellationToken ct, bool bringsSecrets = false)
    {
        if (ct.IsCancellationRequested)
            return new Setback(SetbackKind.Unreachable, "Recruit was stopping, so nothing was sent.");

        // RestSharp follows redirects by itself and takes custom headers along, to any host.
        var settings = new RestClientOptions(endpoint.BaseUrl) { FollowRedirects = false, UserAgent = "Recruit" };
        using var client = new RestClient(clients.CreateClient(ClientName), settings);
        request.Timeout = request.Timeout is { } shorter && shorter < options.Value.TimeOut ? shorter : options.Value.TimeOut;

        var started = time.GetTimestamp();
        var response = await client.ExecuteAsync(request, ct);
        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;

        var status = (int)response.StatusCode;
        // A status alone is no answer: the body may have broken off.
        var complete = status != 0 && response.ResponseStatus is not (ResponseStatus.TimedOut or ResponseStatus.Aborted) && response.Content is not null;
        if (!complete)
        {
            var setback = Explain(response, endpoint.Network);
            Log.Failed(logger, request.Method, endpoint.Network, setback.Kind, (response.ErrorException as HttpRequestException)?.HttpRequestError, elapsed);
            return setback;
        }

        var headers = (response.Headers ?? []).Concat(response.ContentHeaders ?? [])
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase);
        var requestId = headers.GetValueOrDefault(endpoint.RequestIdHeader);
        Log.Answered(logger, request.Method, endpoint.Network, status, requestId, elapsed);
        return new Answer(status, bringsSecrets ? response.Content! : BlackOut(response.Content!, account), headers) { RequestId = requestId };
    }

    // The line between "certainly not sent" and "perhaps sent". Each kind named here ends before the first byte of the request:
    // https://learn.microsoft.com/dotnet/api/system.net.http.httprequesterror (read 2026-10-20). All else may have arrived.
    private static Setback Explain(RestResponse response, string network)
        => response.ErrorException is HttpRequestException { HttpRequestError: var error } && NothingLeft(error)
            ? new Setback(SetbackKind.Unreachable, $"{network} could not be reached. Recruit tries again by itself.")
            : new Setback(SetbackKind.NoAnswer, response.ResponseStatus switch
            {
                ResponseStatus.TimedOut => $"{network} did not answer in time.",
                ResponseStatus.Aborted => $"The call to {network} was cut short.",
                _ => $"The connection to {network} broke off before it answered.",
            });

    private static bool NothingLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    // Some refusals quote the token that they refuse. A shorter word is no real secret, and would black out plain words of the answer.
    private static string BlackOut(string body, AccountAccess account) => account.Secrets.Values
        .Where(secret => secret.Length >= 8)
        .Aggregate(body, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Method} to {Network} answered {Status} (request {RequestId}) after {Elapsed:F0} ms")]
        public static partial void Answered(ILogger logger, Method method, string network, int status, string? requestId, double elapsed);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} to {Network} ended as {Kind} ({Error}) after {Elapsed:F0} ms")]
        public static partial void Failed(ILogger logger, Method method, string network, SetbackKind kind, HttpRequestError? error, double elapsed);
    }
}
