using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using RestSharp;

namespace Recruit.Channels.Facebook;

/// <summary>Facebook's calls, one method each. A refusal comes back as a setback, an answer only when Facebook said yes.</summary>
public sealed class FacebookApi(ChannelHttp http, IOptions<FacebookOptions> options, TimeProvider time)
{
    public const string AccessToken = "access_token";
    public const string AppSecret = "app_secret";

    private Endpoint Endpoint => new("Facebook", options.Value.ApiUrl(), "x-fb-trace-id");

    public Task<Reply> CreateAsync(string message, string? link, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/page/feed#publish
        var request = Request("{id}/feed", Method.Post, account.RemoteId).AddParameter("message", message);
        if (link is not null)
            request.AddParameter("link", link);
        request.AddParameter("published", "true").AddParameter("fields", "id,permalink_url,created_time");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> DeleteAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/post#deleting
        return SendAsync(Request("{id}", Method.Delete, id), account, ct);
    }

    public Task<Reply> PostAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/page-post
        return SendAsync(Request("{id}", Method.Get, id).AddQueryParameter("fields", "id"), account, ct);
    }

    public Task<Reply> OwnPostsAsync(DateTimeOffset since, string? after, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/page/published_posts
        var request = Request("{id}/published_posts", Method.Get, account.RemoteId)
            .AddQueryParameter("since", since.ToUnixTimeSeconds())
            .AddQueryParameter("limit", "50")
            .AddQueryParameter("fields", "id,message,created_time,permalink_url,attachments{unshimmed_url,url}");
        if (after is not null)
            request.AddQueryParameter("after", after);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> InsightsAsync(string id, IEnumerable<string> metrics, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/insights#post
        var request = Request("{id}/insights", Method.Get, id)
            .AddQueryParameter("metric", string.Join(',', metrics))
            .AddQueryParameter("period", "lifetime");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> CountsAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/page-post#fields
        var request = Request("{id}", Method.Get, id)
            .AddQueryParameter("fields", "shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> FollowersAsync(AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/page#fields
        return SendAsync(Request("{id}", Method.Get, account.RemoteId).AddQueryParameter("fields", "followers_count"), account, ct);
    }

    /// <summary>Codes and tokens for tokens. It answers what Facebook said, also when it refused: those refusals have words of their own.</summary>
    public Task<Reply> ExchangeAsync(IEnumerable<(string Name, string Value)> query, AccountAccess account, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow#exchangecode
        var request = new RestRequest("{version}/oauth/access_token").AddUrlSegment("version", options.Value.Version);
        foreach (var (name, value) in query)
            request.AddQueryParameter(name, value);
        return http.SendAsync(Endpoint, request, account, ct, bringsSecrets: true);
    }

    /// <summary>The Pages that the person behind the token runs, with their tokens.</summary>
    public Task<Reply> PagesAsync(AccountAccess person, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/user/accounts
        return SendAsync(Request("{id}/accounts", Method.Get, "me").AddQueryParameter("fields", "id,name,access_token,tasks").AddQueryParameter("limit", "100"), person, ct, bringsSecrets: true);
    }

    public Task<Reply> PermissionsAsync(AccountAccess person, CancellationToken ct)
    {
        // https://developers.facebook.com/docs/graph-api/reference/user/permissions
        return SendAsync(Request("{id}/permissions", Method.Get, "me"), person, ct);
    }

    private RestRequest Request(string path, Method method, string id)
        => new RestRequest("{version}/" + path, method).AddUrlSegment("version", options.Value.Version).AddUrlSegment("id", id);

    private async Task<Reply> SendAsync(RestRequest request, AccountAccess account, CancellationToken ct, bool bringsSecrets = false)
    {
        if (account.Secrets.GetValueOrDefault(AccessToken) is not { Length: > 0 } token)
            return new Setback(SetbackKind.SignedOut, "There is no access token for this account. Connect it again.");

        // In the header, since addresses end in logs. The proof is worth nothing without the token.
        request.AddHeader("Authorization", "Bearer " + token);
        if (account.Secrets.GetValueOrDefault(AppSecret) is { Length: > 0 } secret)
            request.AddParameter("appsecret_proof", ProofOf(token, secret));

        var reply = await http.SendAsync(Endpoint, request, account, ct, bringsSecrets);
        return reply switch
        {
            Answer { IsSuccess: false } refusal => FacebookErrors.Explain(refusal, time.GetUtcNow()),
            Answer answer => answer with { RestUntil = FacebookErrors.LimitUsedUp(answer, time.GetUtcNow()), Left = FacebookErrors.Left(answer) },
            _ => reply,
        };
    }

    // https://developers.facebook.com/docs/facebook-login/security#proof
    private static string ProofOf(string token, string secret)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(token)));
}
