using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Recruit.Shell;

namespace Recruit.Notices;

/// <summary>Tells one webhook of one notice.</summary>
public sealed class CallWebhook(IHttpClientFactory clients, IDataProtectionProvider protection, IOptions<SiteOptions> site, TimeProvider clock)
{
    public const string ClientName = "webhooks";
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly IDataProtector _protector = protection.CreateProtector("Recruit.Notices.Webhooks");

    public string Seal(string secret) => _protector.Protect(secret);

    /// <returns>Why it was not heard, a sentence; null when the receiver answered with 2xx.</returns>
    public async Task<string?> RunAsync(Notice notice, Webhook hook, CancellationToken ct)
    {
        string secret;
        try
        {
            secret = _protector.Unprotect(hook.SealedSecret);
        }
        catch (CryptographicException)
        {
            return "Its secret cannot be opened here: it was sealed with another key. Remove the webhook and add it again.";
        }

        var body = JsonSerializer.Serialize(
            new { id = notice.Id, kind = notice.Kind.Key(), at = notice.At, title = notice.Title, text = notice.Text, about = notice.AboutId, url = site.Value.Absolute(notice.Path) }, Json);
        var timestamp = WebhookSignature.Timestamp(clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add(WebhookSignature.IdHeader, notice.Id.ToString());
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, timestamp, body));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode ? null : $"It answered {(int)answer.StatusCode}.";
        }
        catch (HttpRequestException)
        {
            return "It cannot be reached.";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "It did not answer in time.";
        }
    }
}
