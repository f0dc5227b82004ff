using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RestSharp;

namespace Recruit.Channels.X;

/// <summary>X's calls, one method each. A refusal comes back as a setback, an answer only when X said yes.</summary>
public sealed class XApi(ChannelHttp http, IOptions<XOptions> options, TimeProvider time)
{
    public const string AccessToken = "access_token";

    private Endpoint Endpoint => new("X", options.Value.ApiUrl(), "x-transaction-id");

    public Task<Reply> CreateAsync(string text, AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/x-api/posts/create-post
        var request = new RestRequest("2/tweets", Method.Post)
            .AddStringBody(JsonSerializer.Serialize(new XNewPost(text), XWire.Json), ContentType.Json);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> DeleteAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/x-api/posts/delete-post
        var request = new RestRequest("2/tweets/{id}", Method.Delete).AddUrlSegment("id", id);
        return SendAsync(request, account, ct);
    }

    /// <param name="fields">What to tell of each post, in either dialect.</param>
    public Task<Reply> OwnPostsAsync(DateTimeOffset since, string? page, string fields, AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/x-api/users/get-posts
        var request = new RestRequest("2/users/{id}/tweets")
            .AddUrlSegment("id", account.RemoteId)
            .AddQueryParameter("start_time", since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            .AddQueryParameter("max_results", "100")
            .AddQueryParameter("exclude", "retweets")
            .AddQueryParameter(options.Value.FieldsParameter, fields);
        if (page is not null)
            request.AddQueryParameter("pagination_token", page);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> PostsAsync(IEnumerable<string> ids, string fields, AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/x-api/posts/get-posts-by-ids
        var request = new RestRequest("2/tweets")
            .AddQueryParameter("ids", string.Join(',', ids))
            .AddQueryParameter(options.Value.FieldsParameter, fields);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> MeAsync(AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/x-api/users/get-my-user
        var request = new RestRequest("2/users/me").AddQueryParameter("user.fields", "public_metrics");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> ProfileAsync(AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/x-api/users/get-my-user
        var pinned = options.Value.FieldsParameter == "post.fields" ? "pinned_post_id" : "pinned_tweet_id";
        return SendAsync(new RestRequest("2/users/me").AddQueryParameter("user.fields", $"description,entities,{pinned}"), account, ct);
    }

    /// <summary>Codes and refresh tokens for tokens. Unlike the other calls it answers what X said, also when it refused: those refusals have words of their own.</summary>
    public Task<Reply> TokenAsync(IEnumerable<(string Name, string Value)> form, AccountAccess account, CancellationToken ct)
    {
        // https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
        var request = new RestRequest("2/oauth2/token", Method.Post);
        foreach (var (name, value) in form)
            request.AddParameter(name, value, ParameterType.GetOrPost);
        var id = account.Secrets[XConnect.ClientId];
        if (account.Secrets.GetValueOrDefault(XConnect.ClientSecret) is { Length: > 0 } secret)
            request.AddHeader("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));
        else
            request.AddParameter(XConnect.ClientId, id, ParameterType.GetOrPost);
        return http.SendAsync(Endpoint, request, account, ct, bringsSecrets: true);
    }

    private async Task<Reply> SendAsync(RestRequest request, AccountAccess account, CancellationToken ct)
    {
        if (account.Secrets.GetValueOrDefault(AccessToken) is not { Length: > 0 } token)
            return new Setback(SetbackKind.SignedOut, "There is no access token for this account. Connect it again.");

        if (XSignature.Signs(account.Secrets) is not { } signs)
            return new Setback(SetbackKind.SignedOut, "Signing needs the API key, its secret and the access token's secret together. Give the account all of them, or none.");

        request.AddHeader("Authorization", signs ? Signed(request, token, account) : "Bearer " + token);
        var reply = await http.SendAsync(Endpoint, request, account, ct);
        return reply switch
        {
            Answer { IsSuccess: false } refusal => XErrors.Explain(refusal, time.GetUtcNow()),
            Answer answer => answer with { RestUntil = XErrors.LimitUsedUp(answer, time.GetUtcNow()), Left = XErrors.Left(answer, time.GetUtcNow()) },
            _ => reply,
        };
    }

    private string Signed(RestRequest request, string token, AccountAccess account)
    {
        // Signed is the address as it leaves, so the library that sends it is asked for it.
        using var client = new RestClient(Endpoint.BaseUrl);
        return XSignature.Header(request.Method.ToString().ToUpperInvariant(), client.BuildUri(request), token, account.Secrets, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), time.GetUtcNow());
    }
}
