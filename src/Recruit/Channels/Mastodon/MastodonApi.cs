using System.Text.Json;
using Microsoft.Extensions.Options;
using Recruit.Pictures;
using RestSharp;

namespace Recruit.Channels.Mastodon;

/// <summary>The calls to an account's server, one method each. A refusal comes back as a setback, an answer only when the server said yes.</summary>
public sealed class MastodonApi(ChannelHttp http, IOptions<MastodonOptions> options, TimeProvider time)
{
    public const string AccessToken = "access_token";

    /// <summary>Own posts on a page of the timeline: the most that a server gives.</summary>
    public const int PageSize = 40;

    /// <param name="repeatKey">The same key within the hour is answered with the first post.</param>
    /// <param name="pictures">Ids of pictures that the server took.</param>
    public Task<Reply> CreateAsync(string text, IReadOnlyList<string> pictures, Guid repeatKey, AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/statuses/#create
        var request = new RestRequest("api/v1/statuses", Method.Post)
            .AddHeader("Idempotency-Key", repeatKey.ToString("D"))
            .AddStringBody(JsonSerializer.Serialize(new MastodonNewStatus(text, "public", "en", pictures.Count > 0 ? pictures : null), MastodonWire.Json), ContentType.Json);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> UploadAsync(byte[] png, string altText, AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/media/#v2
        var request = new RestRequest("api/v2/media", Method.Post) { Timeout = ITakesPictures.LongestHandIn }
            .AddFile("file", png, "card.png", CardPainter.ContentType)
            .AddParameter("description", altText);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> DeleteAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/statuses/#delete
        return SendAsync(new RestRequest("api/v1/statuses/{id}", Method.Delete).AddUrlSegment("id", id), account, ct);
    }

    public Task<Reply> StatusAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/statuses/#get
        return SendAsync(new RestRequest("api/v1/statuses/{id}").AddUrlSegment("id", id), account, ct);
    }

    /// <param name="olderThan">The id of the last post of the page before; null for the first page.</param>
    public Task<Reply> OwnStatusesAsync(string? olderThan, AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/accounts/#statuses
        var request = new RestRequest("api/v1/accounts/{id}/statuses").AddUrlSegment("id", account.RemoteId)
            .AddQueryParameter("limit", PageSize)
            .AddQueryParameter("exclude_reblogs", "true");
        if (olderThan is not null)
            request.AddQueryParameter("max_id", olderThan);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> MeAsync(AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/accounts/#verify_credentials
        return SendAsync(new RestRequest("api/v1/accounts/verify_credentials"), account, ct);
    }

    public Task<Reply> AppAsync(AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/apps/#verify_credentials
        return SendAsync(new RestRequest("api/v1/apps/verify_credentials"), account, ct);
    }

    public Task<Reply> InstanceAsync(AccountAccess account, CancellationToken ct)
    {
        // https://docs.joinmastodon.org/methods/instance/#v2
        return SendAsync(new RestRequest("api/v2/instance"), account, ct);
    }

    private async Task<Reply> SendAsync(RestRequest request, AccountAccess account, CancellationToken ct)
    {
        if (account.Secrets.GetValueOrDefault(AccessToken) is not { Length: > 0 } token)
            return new Setback(SetbackKind.SignedOut, "There is no access token for this account. Connect it again.");
        if (options.Value.ApiUrl(account.Server) is not { } server)
            return new Setback(SetbackKind.Stopped, "This account does not say on which Mastodon server it lives. Connect it again.");

        request.AddHeader("Authorization", "Bearer " + token);
        var reply = await http.SendAsync(new Endpoint("Mastodon", server, "x-request-id"), request, account, ct);
        return reply switch
        {
            Answer { IsSuccess: false } refusal => MastodonErrors.Explain(refusal, time.GetUtcNow()),
            Answer answer => answer with { RestUntil = MastodonErrors.LimitUsedUp(answer, time.GetUtcNow()) },
            _ => reply,
        };
    }
}
