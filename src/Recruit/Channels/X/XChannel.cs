using Microsoft.Extensions.Options;
using Recruit.Shell;

namespace Recruit.Channels.X;

/// <summary>X in our words.</summary>
public sealed class XChannel(XApi api, XReach reach, XConnect connect, XProfile profile, IOptions<XOptions> options, IOptions<SiteOptions> site)
    : IChannel, IFindsPosts, IReportsReach, IConnectsAccounts, IProposesProfile
{
    public const int MaxLength = 280;

    // The network keeps 3,200 posts of an account: 32 pages.
    private const int MaxPages = 33;

    public ChannelKey Key => new("x");

    public string Name => "X";

    public PostLimits Limits { get; } = new(MaxLength, text => XText.Measure(text, site.Value.BaseUrl), "characters", LinkStandsInText: true, MaxImages: 0,
        Price: text => XLinks.Find(text, site.Value.BaseUrl).Count > 0 ? options.Value.PriceWithLink : options.Value.PriceOfPost,
        Refusal: XText.Objection);

    public IReadOnlyList<SecretSpec> Secrets { get; } = 
    [
        new(XApi.AccessToken, "Access token", Required: true), new(XConnect.RefreshToken, "Refresh token", Required: false),
        new(XConnect.ClientId, "Client ID", Required: false), new(XConnect.ClientSecret, "Client secret", Required: false),
        .. XSignature.Secrets,
    ];

    public IReadOnlyList<ConnectStep> Steps => connect.Steps;

    public IReadOnlyList<SecretSpec> AppSecrets => XConnect.AppSecrets;

    public int MaxPostsPerCall => XReach.MaxPostsPerCall;

    public TimeSpan ReadAtMostEvery => options.Value.ReadEvery ?? TimeSpan.Zero;

    public IReadOnlyList<Metric> Metrics => XReach.Metrics;

    public Task<IReadOnlyList<ProfileProposal>> ProposeAsync(AccountAccess account, CancellationToken ct) => profile.ProposeAsync(account, ct);

    public async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        if (PostRules.Objection(request, Limits, Name) is { } objection)
            return new PublishResult.Rejected(objection);

        var reply = await api.CreateAsync(request.Text, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPublishResult();

        return answer.Read<XEnvelope<XCreated>>(XWire.Json)?.Data?.Id is { Length: > 0 } id
            ? new PublishResult.Published(id, options.Value.UrlOfPost(id, account)) { RequestId = answer.RequestId, RestUntil = answer.RestUntil, Left = answer.Left }
            : new PublishResult.NoAnswer("X said yes, but did not say which post it made.") { RequestId = answer.RequestId };
    }

    public async Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.DeleteAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToRemoveResult();

        // What X says of a post that is gone already is not documented: "deleted": false is read as that.
        var deleted = answer.Read<XEnvelope<XDeleted>>(XWire.Json)?.Data?.Deleted;
        RemoveResult result = deleted switch
        {
            true => new RemoveResult.Removed(),
            false => new RemoveResult.Gone(),
            null => new RemoveResult.TryLater(null, "X's answer could not be read."),
        };
        return result with { RequestId = answer.RequestId };
    }

    public Uri LoginUrl(LoginRequest request) => connect.LoginUrl(request);

    public Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct) => connect.FinishLoginAsync(answer, ct);

    public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => XConnect.CanRenew(secrets);

    public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct) => connect.RenewAsync(account, ct);

    public Uri TimelineUrl(AccountAccess account) => options.Value.UrlOfTimeline(account);

    public async Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct)
    {
        var posts = new List<RecentPost>();
        string? page = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var reply = await api.OwnPostsAsync(since, page, "created_at,entities", account, ct);
            if (reply is not Answer answer)
                return ((Setback)reply).ToReadBack();

            // An empty timeline has no data member; a body with neither data nor meta is not a timeline.
            if (answer.Read<XEnvelope<IReadOnlyList<XPost?>>>(XWire.Json) is not { Meta: { } meta } timeline)
                return new ReadBack.Failed("X's list of posts could not be read.");

            foreach (var post in timeline.Data ?? [])
            {
                if (post is not { Id: { } id, Text: { } text, CreatedAt: { } createdAt })
                    return new ReadBack.Failed("X's list of posts could not be read.");
                posts.Add(new RecentPost(id, createdAt, XText.Expand(text, UrlsOf(post)), LinksOf(post), options.Value.UrlOfPost(id, account)));
            }

            if (meta.NextToken is not { Length: > 0 } next)
                return new ReadBack.Read([.. posts.Where(post => post.CreatedAt >= since).OrderByDescending(post => post.CreatedAt)]);
            page = next;
        }

        return new ReadBack.Failed("X's list of posts did not end.");
    }

    public async Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        // One post read, the cheapest question that X answers about one post; the timeline bills every post on its pages.
        var reply = await api.PostsAsync([remoteId], "created_at", account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPostSight();
        if (answer.Read<XEnvelope<IReadOnlyList<XPost?>>>(XWire.Json)?.Data?.Any(post => post?.Id == remoteId) is true)
            return new PostSight.Stands();

        // What is gone stands in "errors", with status 200. A post that is only hidden from us has another type there.
        return answer.Read<XProblem>(XWire.Json)?.Types.Any(type => type.EndsWith("/resource-not-found", StringComparison.Ordinal)) is true
            ? new PostSight.Gone()
            : new PostSight.Unreadable("X's answer about the post could not be read.");
    }

    public Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
        => reach.ReadAsync(remoteIds, account, ct);

    private static IEnumerable<XUrl> UrlsOf(XPost post) => (post.Entities?.Urls ?? []).OfType<XUrl>();

    private static List<string> LinksOf(XPost post) => UrlsOf(post)
        .SelectMany(url => new[] { url.ExpandedUrl, url.UnwoundUrl })
        .OfType<string>()
        .Distinct()
        .ToList();
}
