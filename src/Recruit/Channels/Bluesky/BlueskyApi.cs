using System.Text.Json;
using Microsoft.Extensions.Options;
using Recruit.Pictures;
using RestSharp;

namespace Recruit.Channels.Bluesky;

/// <summary>The calls to an account's server, one method each. A refusal comes back as a setback, an answer only when the server said yes.</summary>
public sealed class BlueskyApi(ChannelHttp http, IOptions<BlueskyOptions> options, TimeProvider time)
{
    public const string AccessToken = "access_token";

    /// <summary>Own posts on a page of the list.</summary>
    public const int PageSize = 50;

    public static readonly Uri HomeServer = new("https://bsky.social/");

    /// <summary>The same key with the same record changes nothing, however often.</summary>
    public Task<Reply> PutAsync(string key, BlueskyRecord record, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-repo-put-record
        return SendAsync(Post("com.atproto.repo.putRecord", new BlueskyPut(account.RemoteId, BlueskyWire.Post, key, null, record)), account, ct);
    }

    public Task<Reply> UploadAsync(byte[] png, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-repo-upload-blob
        return SendAsync(new RestRequest("xrpc/com.atproto.repo.uploadBlob", Method.Post) { Timeout = ITakesPictures.LongestHandIn }.AddBody(png, CardPainter.ContentType), account, ct);
    }

    public Task<Reply> DeleteAsync(string key, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-repo-delete-record
        return SendAsync(Post("com.atproto.repo.deleteRecord", new BlueskyDelete(account.RemoteId, BlueskyWire.Post, key)), account, ct);
    }

    public Task<Reply> RecordAsync(string key, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-repo-get-record
        return SendAsync(Own("com.atproto.repo.getRecord", account).AddQueryParameter("rkey", key), account, ct);
    }

    public Task<Reply> OwnRecordsAsync(string? cursor, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-repo-list-records
        var request = Own("com.atproto.repo.listRecords", account).AddQueryParameter("limit", PageSize);
        if (cursor is not null)
            request.AddQueryParameter("cursor", cursor);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> PostsAsync(IEnumerable<string> keys, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/app-bsky-feed-get-posts; the account's server passes it on to the app.
        var request = new RestRequest("xrpc/app.bsky.feed.getPosts");
        foreach (var key in keys)
            request.AddQueryParameter("uris", $"at://{account.RemoteId}/{BlueskyWire.Post}/{key}");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> ProfileAsync(AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/app-bsky-actor-get-profile
        return SendAsync(new RestRequest("xrpc/app.bsky.actor.getProfile").AddQueryParameter("actor", account.RemoteId), account, ct);
    }

    /// <summary>A session for an app password. It answers what the server said, also when it refused: those refusals have words of their own.</summary>
    public Task<Reply> LogInAsync(string identifier, string password, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-server-create-session
        return http.SendAsync(EndpointOf(account), Post("com.atproto.server.createSession", new BlueskyLogin(identifier, password)), account, ct, bringsSecrets: true);
    }

    /// <summary>The next session for a refresh token, which works once. It answers what the server said.</summary>
    public Task<Reply> RefreshAsync(string refreshToken, AccountAccess account, CancellationToken ct)
    {
        // https://docs.bsky.app/docs/api/com-atproto-server-refresh-session
        var request = new RestRequest("xrpc/com.atproto.server.refreshSession", Method.Post).AddHeader("Authorization", "Bearer " + refreshToken);
        return http.SendAsync(EndpointOf(account), request, account, ct, bringsSecrets: true);
    }

    private static RestRequest Post<T>(string method, T body) => new RestRequest("xrpc/" + method, Method.Post).AddStringBody(JsonSerializer.Serialize(body, BlueskyWire.Json), ContentType.Json);

    private static RestRequest Own(string method, AccountAccess account)
        => new RestRequest("xrpc/" + method).AddQueryParameter("repo", account.RemoteId).AddQueryParameter("collection", BlueskyWire.Post);

    // Bluesky names no id of a call; some servers before it do.
    private Endpoint EndpointOf(AccountAccess account) => new("Bluesky", options.Value.ApiUrl(account.Server ?? HomeServer)!, "x-request-id");

    private async Task<Reply> SendAsync(RestRequest request, AccountAccess account, CancellationToken ct)
    {
        if (account.Secrets.GetValueOrDefault(AccessToken) is not { Length: > 0 } token)
            return new Setback(SetbackKind.SignedOut, "There is no session for this account yet. Connect it again if it does not come by itself.");

        request.AddHeader("Authorization", "Bearer " + token);
        var reply = await http.SendAsync(EndpointOf(account), request, account, ct);
        return reply switch
        {
            Answer { IsSuccess: false } refusal => BlueskyErrors.Explain(refusal, time.GetUtcNow()),
            Answer answer => answer with { RestUntil = BlueskyErrors.LimitUsedUp(answer, time.GetUtcNow()) },
            _ => reply,
        };
    }
}
