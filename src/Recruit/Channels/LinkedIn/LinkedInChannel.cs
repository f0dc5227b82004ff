using Microsoft.Extensions.Options;

namespace Recruit.Channels.LinkedIn;

/// <summary>LinkedIn in our words.</summary>
public sealed class LinkedInChannel(LinkedInApi api, LinkedInReach reach, LinkedInTargeting targeting, LinkedInConnect connect, IOptions<LinkedInOptions> options)
    : IChannel, IFindsPosts, IReportsReach, ITargetsAudiences, IConnectsAccounts, IHasApiVersion
{
    private const int PageSize = 50;
    private const int MaxPages = 20;

    // The last millisecond that has a date.
    private const long LatestInstant = 253_402_300_799_999;

    public ChannelKey Key => new("linkedin");

    public string Name => "LinkedIn";

    public PostLimits Limits { get; } = new(LinkedInText.MaxLength, LinkedInText.Measure, "characters", LinkStandsInText: false, MaxImages: 0, MaxAltText: 4086);

    public IReadOnlyList<SecretSpec> Secrets { get; } = [new(LinkedInApi.AccessToken, "Access token", Required: true), new(LinkedInConnect.RefreshToken, "Refresh token", Required: false), new(LinkedInConnect.ClientId, "Client ID", Required: false), new(LinkedInConnect.ClientSecret, "Client secret", Required: false)];

    public IReadOnlyList<ConnectStep> Steps => connect.Steps;

    public IReadOnlyList<SecretSpec> AppSecrets => LinkedInConnect.AppSecrets;

    public int MaxPostsPerCall => LinkedInReach.MaxPostsPerCall;

    public IReadOnlyList<Metric> Metrics => LinkedInReach.Metrics;

    public async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        if ((PostRules.Objection(request, Limits, Name, canTarget: true) ?? LinkedInTargeting.Objection(request.Targeting)) is { } objection)
            return new PublishResult.Rejected(objection);

        var reply = await api.CreateAsync(PostOf(request, account), account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPublishResult();

        // The body of a 201 is empty: the id comes in a header.
        return answer.Header(LinkedInApi.IdHeader) is { Length: > 0 } urn
            ? new PublishResult.Published(urn, options.Value.UrlOfPost(urn, account)) { RequestId = answer.RequestId }
            : new PublishResult.NoAnswer("LinkedIn said yes, but did not say which post it made.") { RequestId = answer.RequestId };
    }

    public async Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        // Documented as idempotent: a second time is 204 again.
        var reply = await api.DeleteAsync(remoteId, account, ct);
        return reply is Setback setback ? setback.ToRemoveResult() : new RemoveResult.Removed { RequestId = reply.RequestId };
    }

    public Uri LoginUrl(LoginRequest request) => connect.LoginUrl(request);

    public Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct) => connect.FinishLoginAsync(answer, ct);

    public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => LinkedInConnect.CanRenew(secrets);

    public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct) => connect.RenewAsync(account, ct);

    public Uri TimelineUrl(AccountAccess account) => options.Value.UrlOfTimeline(account);

    public async Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct)
    {
        var posts = new List<RecentPost>();
        for (var page = 0; page < MaxPages; page++)
        {
            var reply = await api.OwnPostsAsync(page * PageSize, PageSize, account, ct);
            if (reply is not Answer answer)
                return ((Setback)reply).ToReadBack();
            if (answer.Read<LinkedInPosts>(LinkedInWire.Json)?.Elements is not { } elements)
                return new ReadBack.Failed("LinkedIn's list of posts could not be read.");

            foreach (var post in elements.Where(post => post?.LifecycleState is null or "PUBLISHED"))
            {
                if (post is not { Id: { } id, Commentary: { } commentary } || (post.CreatedAt ?? post.PublishedAt) is not { } createdAt || createdAt is < 0 or > LatestInstant)
                    return new ReadBack.Failed("LinkedIn's list of posts could not be read.");
                posts.Add(new RecentPost(
                    id,
                    DateTimeOffset.FromUnixTimeMilliseconds(createdAt),
                    LinkedInText.Unescape(commentary),
                    post.Content?.Article?.Source is { } source ? [source] : [],
                    options.Value.UrlOfPost(id, account)));
            }

            // Nothing is created after it was last changed, so an old change ends the search.
            if (elements.Count < PageSize || elements[^1]!.LastModifiedAt < since.ToUnixTimeMilliseconds())
                return new ReadBack.Read([.. posts.Where(post => post.CreatedAt >= since).OrderByDescending(post => post.CreatedAt)]);
        }

        return new ReadBack.Failed("LinkedIn's list of posts did not end.");
    }

    public async Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.PostAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPostSight();

        return answer.Read<LinkedInPost>(LinkedInWire.Json) is { Id: not null }
            ? new PostSight.Stands()
            : new PostSight.Unreadable("LinkedIn's answer about the post could not be read.");
    }

    public ApiVersion ApiVersion => ApiVersion.OfMonth(options.Value.Version, $"{LinkedInOptions.Section}:{nameof(LinkedInOptions.Version)}");

    // The page's newest post: the read that every account needs anyway.
    public async Task<VersionProbe> ProbeVersionAsync(AccountAccess account, CancellationToken ct) => VersionProbe.Of(await api.OwnPostsAsync(0, 1, account, ct));

    public IReadOnlyList<FacetList> ProfileFacets => LinkedInFacets.OfProfiles;

    public TargetingNotice Notice => LinkedInFacets.Notice;

    public IReadOnlyList<TargetingFacet> ShippedProfile(string occupationCode)
        => LinkedInFacets.FunctionsOf(occupationCode) is { Count: > 0 } functions ? [new TargetingFacet(LinkedInFacets.JobFunctions, functions)] : [];

    public Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
        => reach.ReadAsync(remoteIds, account, ct);

    public Task<TargetingChoice> TargetAsync(Audience audience, AccountAccess account, CancellationToken ct)
        => targeting.ChooseAsync(audience, account, ct);

    private static LinkedInNewPost PostOf(PublishRequest request, AccountAccess account) => new(
        LinkedInApi.Organization(account),
        LinkedInText.Escape(request.Text),
        new LinkedInDistribution(LinkedInTargeting.EntitiesOf(request.Targeting)),
        // LinkedIn fetches nothing from the link, and an article without a title is refused.
        request.Link is { } link
            ? new LinkedInContent(new LinkedInArticle(link, request.Card?.Title ?? new Uri(link).Host, request.Card?.Description))
            : null);
}
