using Microsoft.Extensions.Options;

namespace Recruit.Channels.Mastodon;

/// <summary>Mastodon in our words. It is many servers; each account names its own.</summary>
public sealed class MastodonChannel(MastodonApi api, MastodonReach reach, MastodonConnect connect, IOptions<MastodonOptions> options)
    : IChannel, IFindsPosts, IReportsReach, IRepeatsSafely, IConnectsByKey, IHasServers, ITakesPictures
{
    private const int MaxPages = 50;
    private const int LongestUrl = 500;

    public ChannelKey Key => new("mastodon");

    public string Name => "Mastodon";

    public PostLimits Limits { get; } = new(options.Value.MaxCharacters, text => MastodonText.Measure(text, options.Value.CharactersPerUrl), "characters", LinkStandsInText: true);

    public IReadOnlyList<SecretSpec> Secrets { get; } = [new(MastodonApi.AccessToken, "Access token", Required: true)];

    // "Up to an hour" says https://docs.joinmastodon.org/methods/statuses/#headers (read 2026-07-02). Short of it, for clocks that differ and calls that take long.
    public TimeSpan? RepeatsFor => TimeSpan.FromMinutes(50);

    public Uri? HomeServer => null;

    public IReadOnlyList<ConnectStep> Steps => connect.Steps;

    public IReadOnlyList<SecretSpec> Asked => MastodonConnect.Asked;

    public int MaxPostsPerCall => MastodonReach.MaxPostsPerCall;

    public IReadOnlyList<Metric> Metrics => MastodonReach.Metrics;

    public async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        if (PostRules.Objection(request, Limits, Name) is { } objection)
            return new PublishResult.Rejected(objection);

        var reply = await api.CreateAsync(request.Text, [.. request.Media.Select(picture => picture.Handle)], request.RepeatKey, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPublishResult();

        return answer.Read<MastodonStatus>(MastodonWire.Json) is { Id: { Length: > 0 } id } status
            ? new PublishResult.Published(id, UrlOf(id, status.Url, account)) { RequestId = answer.RequestId, RestUntil = answer.RestUntil }
            : new PublishResult.NoAnswer("The Mastodon server said yes, but did not say which post it made.") { RequestId = answer.RequestId };
    }

    public async Task<HandIn> HandInAsync(byte[] png, string altText, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.UploadAsync(png, altText, account, ct);
        if (reply is not Answer answer)
            return new HandIn.Failed(((Setback)reply).Reason);

        // 202: still at work on it, and a post that names it now would be refused.
        return answer.Status != 202 && answer.Read<MastodonMedia>(MastodonWire.Json) is { Id: { Length: > 0 } id }
            ? new HandIn.Taken(new HandedPicture(id, altText))
            : new HandIn.Failed("The Mastodon server did not have the picture ready.");
    }

    public async Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.DeleteAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToRemoveResult();

        // The answer is the post as it was.
        RemoveResult result = answer.Read<MastodonStatus>(MastodonWire.Json) is { Id: not null }
            ? new RemoveResult.Removed()
            : new RemoveResult.TryLater(null, "The Mastodon server's answer could not be read.");
        return result with { RequestId = answer.RequestId };
    }

    public Task<LoginResult> TryKeysAsync(IReadOnlyDictionary<string, string> given, CancellationToken ct) => connect.TryKeysAsync(given, ct);

    // People see "@jobs@mastodon.example"; on its own server the address names the first half.
    public Uri TimelineUrl(AccountAccess account) => options.Value.UrlOfTimeline(account with { Handle = account.Handle.TrimStart('@').Split('@')[0] });

    public async Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct)
    {
        var posts = new List<RecentPost>();
        string? olderThan = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var reply = await api.OwnStatusesAsync(olderThan, account, ct);
            if (reply is not Answer answer)
                return ((Setback)reply).ToReadBack();
            if (answer.Read<IReadOnlyList<MastodonStatus?>>(MastodonWire.Json) is not { } list)
                return new ReadBack.Failed("The Mastodon server's list of posts could not be read.");

            foreach (var status in list)
            {
                if (status is not { Id: { } id, CreatedAt: { } createdAt, Content: { } content })
                    return new ReadBack.Failed("The Mastodon server's list of posts could not be read.");
                posts.Add(new RecentPost(id, createdAt, MastodonText.Plain(content), LinksOf(status), UrlOf(id, status.Url, account)));
            }

            // A server may leave out posts of a page and still have more, so only an empty page or the instant ends it.
            if (list.Count == 0 || posts[^1].CreatedAt < since)
                return new ReadBack.Read([.. posts.Where(post => post.CreatedAt >= since).OrderByDescending(post => post.CreatedAt)]);
            olderThan = posts[^1].RemoteId;
        }

        return new ReadBack.Failed("The Mastodon server's list of posts did not end.");
    }

    public async Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.StatusAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPostSight();

        return answer.Read<MastodonStatus>(MastodonWire.Json) is { Id: not null }
            ? new PostSight.Stands()
            : new PostSight.Unreadable("The Mastodon server's answer about the post could not be read.");
    }

    public Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct) => reach.ReadAsync(remoteIds, account, ct);

    private static List<string> LinksOf(MastodonStatus status) => MastodonText.Links(status.Content!).Append(status.Card?.Url).OfType<string>().Distinct().ToList();

    // A stranger's server names it, and our pages link to it.
    private string? UrlOf(string id, string? told, AccountAccess account) => options.Value.PostUrl.Length > 0 ? options.Value.UrlOfPost(id, account)
        : told is { Length: <= LongestUrl } && Uri.TryCreate(told, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? told : null;
}
