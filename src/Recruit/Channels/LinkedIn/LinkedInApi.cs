using System.Text.Json;
using Microsoft.Extensions.Options;
using RestSharp;

namespace Recruit.Channels.LinkedIn;

/// <summary>LinkedIn's calls, one method each. A refusal comes back as a setback, an answer only when LinkedIn said yes.</summary>
public sealed class LinkedInApi(ChannelHttp http, IOptions<LinkedInOptions> options, TimeProvider time)
{
    public const string AccessToken = "access_token";
    public const string IdHeader = "x-restli-id";

    private Endpoint Endpoint => new("LinkedIn", options.Value.ApiUrl(), "x-li-uuid");

    public static string Organization(AccountAccess account) => account.RemoteId.StartsWith("urn:", StringComparison.Ordinal)
        ? account.RemoteId
        : "urn:li:organization:" + account.RemoteId;

    public Task<Reply> CreateAsync(LinkedInNewPost post, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#create-a-post
        var request = new RestRequest("rest/posts", Method.Post)
            .AddStringBody(JsonSerializer.Serialize(post, LinkedInWire.Json), ContentType.Json);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> DeleteAsync(string urn, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#delete-posts
        var request = new RestRequest("rest/posts/{urn}", Method.Delete)
            .AddUrlSegment("urn", urn)
            .AddHeader("X-RestLi-Method", "DELETE");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> PostAsync(string urn, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#get-posts-by-urn
        var request = new RestRequest("rest/posts/{urn}").AddUrlSegment("urn", urn);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> OwnPostsAsync(int start, int count, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api#find-posts-by-authors
        var request = new RestRequest("rest/posts")
            .AddQueryParameter("author", Uri.EscapeDataString(Organization(account)), encode: false)
            .AddQueryParameter("q", "author")
            .AddQueryParameter("count", count)
            .AddQueryParameter("start", start)
            .AddQueryParameter("sortBy", "LAST_MODIFIED")
            .AddHeader("X-RestLi-Method", "FINDER");
        return SendAsync(request, account, ct);
    }

    /// <param name="facet">"shares" or "ugcPosts", by the kind of the urns.</param>
    public Task<Reply> StatisticsAsync(string facet, IEnumerable<string> urns, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics
        var request = new RestRequest("rest/organizationalEntityShareStatistics")
            .AddQueryParameter("q", "organizationalEntity")
            .AddQueryParameter("organizationalEntity", Uri.EscapeDataString(Organization(account)), encode: false)
            // Brackets and commas are Rest.li's own syntax and stay raw; the values do not.
            .AddQueryParameter(facet, $"List({string.Join(',', urns.Select(Uri.EscapeDataString))})", encode: false);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> FollowersAsync(AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-lookup-api#retrieve-organization-follower-count
        var request = new RestRequest("rest/networkSizes/{urn}")
            .AddUrlSegment("urn", Organization(account))
            .AddQueryParameter("edgeType", options.Value.FollowerEdge);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> FollowerStatisticsAsync(AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/organizations/follower-statistics
        var request = new RestRequest("rest/organizationalEntityFollowerStatistics")
            .AddQueryParameter("q", "organizationalEntity")
            .AddQueryParameter("organizationalEntity", Uri.EscapeDataString(Organization(account)), encode: false);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> PlacesAsync(string words, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/shared/references/v2/standardized-data/locations/geo-typeahead
        var request = new RestRequest("v2/geoTypeahead")
            .AddQueryParameter("q", "search")
            .AddQueryParameter("query", words)
            .AddQueryParameter("locale", "(language:en,country:US)", encode: false);
        return SendAsync(request, account, ct);
    }

    public Task<Reply> RolesAsync(AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-access-control-by-role
        var request = new RestRequest("rest/organizationAcls")
            .AddQueryParameter("q", "roleAssignee")
            .AddQueryParameter("role", "ADMINISTRATOR")
            .AddQueryParameter("state", "APPROVED")
            .AddHeader("X-RestLi-Method", "FINDER");
        return SendAsync(request, account, ct);
    }

    public Task<Reply> OrganizationAsync(string id, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-lookup-api
        return SendAsync(new RestRequest("rest/organizations/{id}").AddUrlSegment("id", id), account, ct);
    }

    /// <summary>Codes and refresh tokens for tokens. It answers what LinkedIn said, also when it refused: those refusals have words of their own.</summary>
    public Task<Reply> TokenAsync(IEnumerable<(string Name, string Value)> form, AccountAccess account, CancellationToken ct)
    {
        // https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow
        var url = new Uri(options.Value.TokenUrl);
        var request = new RestRequest(url.AbsolutePath.TrimStart('/'), Method.Post);
        foreach (var (name, value) in form)
            request.AddParameter(name, value, ParameterType.GetOrPost);
        request.AddParameter(LinkedInConnect.ClientId, account.Secrets[LinkedInConnect.ClientId], ParameterType.GetOrPost)
            .AddParameter(LinkedInConnect.ClientSecret, account.Secrets[LinkedInConnect.ClientSecret], ParameterType.GetOrPost);
        return http.SendAsync(Endpoint with { BaseUrl = new Uri(url.GetLeftPart(UriPartial.Authority)) }, request, account, ct, bringsSecrets: true);
    }

    private async Task<Reply> SendAsync(RestRequest request, AccountAccess account, CancellationToken ct)
    {
        if (account.Secrets.GetValueOrDefault(AccessToken) is not { Length: > 0 } token)
            return new Setback(SetbackKind.SignedOut, "There is no access token for this account. Connect it again.");

        request.AddHeader("Authorization", "Bearer " + token)
            .AddHeader("LinkedIn-Version", options.Value.Version)
            .AddHeader("X-Restli-Protocol-Version", "2.0.0");
        var reply = await http.SendAsync(Endpoint, request, account, ct);
        return reply is Answer { IsSuccess: false } refusal ? LinkedInErrors.Explain(refusal, options.Value.Version, time.GetUtcNow()) : reply;
    }
}
