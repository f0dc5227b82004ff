using System.Globalization;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.Facebook;

/// <summary>Facebook in our words.</summary>
public sealed class FacebookChannel(FacebookApi api, FacebookReach reach, FacebookConnect connect, IOptions<FacebookOptions> options) : IChannel, IFindsPosts, IReportsReach, IConnectsAccounts
{
    private const int MaxPages = 40;

    public ChannelKey Key => new("facebook");

    public string Name => "Facebook";

    public PostLimits Limits { get; } = new(FacebookText.MaxLength, FacebookText.Measure, "characters", LinkStandsInText: false, MaxImages: 0);

    public IReadOnlyList<SecretSpec> Secrets { get; } =
    [
        new(FacebookApi.AccessToken, "Page access token", Required: true),
        new(FacebookApi.AppSecret, "App secret", Required: false),
    ];

    public IReadOnlyList<ConnectStep> Steps => connect.Steps;

    public IReadOnlyList<SecretSpec> AppSecrets => FacebookConnect.AppSecrets;

    public int MaxPostsPerCall => FacebookReach.MaxPostsPerCall;

    public IReadOnlyList<Metric> Metrics => FacebookReach.Metrics;

    public async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        if (PostRules.Objection(request, Limits, Name) is { } objection)
            return new PublishResult.Rejected(objection);

        var reply = await api.CreateAsync(request.Text, request.Link, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPublishResult();

        return answer.Read<FacebookCreated>(FacebookWire.Json) is { Id: { Length: > 0 } id } created
            ? new PublishResult.Published(id, UrlOf(id, created.PermalinkUrl, account)) { RequestId = answer.RequestId, RestUntil = answer.RestUntil, Left = answer.Left }
            : new PublishResult.NoAnswer("Facebook said yes, but did not say which post it made.") { RequestId = answer.RequestId };
    }

    public async Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.DeleteAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToRemoveResult();

        RemoveResult result = answer.Read<FacebookDone>(FacebookWire.Json)?.Success switch
        {
            true => new RemoveResult.Removed(),
            false => new RemoveResult.Refused("Facebook did not remove the post. Remove it on the Page."),
            null => new RemoveResult.TryLater(null, "Facebook's answer could not be read."),
        };
        return result with { RequestId = answer.RequestId };
    }

    public Uri LoginUrl(LoginRequest request) => connect.LoginUrl(request);

    public Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct) => connect.FinishLoginAsync(answer, ct);

    // A Page's token has no end, so there is nothing to renew.
    public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => false;

    public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct)
        => Task.FromResult<RenewResult>(new RenewResult.Refused("Facebook gives no next token without a person. Connect the account again."));

    public Uri TimelineUrl(AccountAccess account) => options.Value.UrlOfTimeline(account);

    public async Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct)
    {
        var posts = new List<RecentPost>();
        string? after = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var reply = await api.OwnPostsAsync(since, after, account, ct);
            if (reply is not Answer answer)
                return ((Setback)reply).ToReadBack();
            if (answer.Read<FacebookList<FacebookPost>>(FacebookWire.Json) is not { Data: { } data } list)
                return new ReadBack.Failed("Facebook's list of posts could not be read.");

            foreach (var post in data)
            {
                if (post is not { Id: { } id } || !DateTimeOffset.TryParse(post.CreatedTime, CultureInfo.InvariantCulture, out var createdAt))
                    return new ReadBack.Failed("Facebook's list of posts could not be read.");
                // A post of pictures alone has no message.
                posts.Add(new RecentPost(id, createdAt, post.Message ?? "", LinksOf(post), UrlOf(id, post.PermalinkUrl, account)));
            }

            if (list.Paging is not { Next: not null, Cursors.After: { } cursor })
                return new ReadBack.Read([.. posts.Where(post => post.CreatedAt >= since).OrderByDescending(post => post.CreatedAt)]);
            after = cursor;
        }

        return new ReadBack.Failed("Facebook's list of posts did not end.");
    }

    public async Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.PostAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPostSight();

        return answer.Read<FacebookCreated>(FacebookWire.Json) is { Id: not null }
            ? new PostSight.Stands()
            : new PostSight.Unreadable("Facebook's answer about the post could not be read.");
    }

    public Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
        => reach.ReadAsync(remoteIds, account, ct);

    private static List<string> LinksOf(FacebookPost post) => (post.Attachments?.Data ?? [])
        .Select(attachment => attachment?.UnshimmedUrl ?? attachment?.Url)
        .OfType<string>()
        .ToList();

    private string UrlOf(string id, string? permalink, AccountAccess account) => options.Value.PostUrl.Length > 0
        ? options.Value.UrlOfPost(id, account)
        : permalink ?? "https://www.facebook.com/" + id;
}
