using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.Bluesky;

/// <summary>
/// Bluesky in our words. A post is a record under a key that we choose, fixed before the first try: putting the same record there again changes nothing
/// (bluesky-social/atproto, putRecord, read 2026-08-20).
/// </summary>
public sealed class BlueskyChannel(BlueskyApi api, BlueskyReach reach, BlueskyConnect connect, IOptions<BlueskyOptions> options)
    : IChannel, IFindsPosts, IReportsReach, IRepeatsSafely, IConnectsByKey, IRenewsTokens, IHasServers, ITakesPictures
{
    private const int MaxPages = 80;

    public ChannelKey Key => new("bluesky");

    public string Name => "Bluesky";

    public PostLimits Limits { get; } = new(BlueskyText.MaxGraphemes, BlueskyText.Measure, "characters", LinkStandsInText: false, MaxImages: 1, Refusal: BlueskyText.Objection);

    public IReadOnlyList<SecretSpec> Secrets { get; } =
    [
        new(BlueskyConnect.AppPassword, "App password", Required: true),
        new(BlueskyApi.AccessToken, "Access token", Required: false), new(BlueskyConnect.RefreshToken, "Refresh token", Required: false),
    ];

    // The key is the post's own and is never forgotten.
    public TimeSpan? RepeatsFor => null;

    public Uri? HomeServer => BlueskyApi.HomeServer;

    public IReadOnlyList<ConnectStep> Steps => connect.Steps;

    public IReadOnlyList<SecretSpec> Asked => BlueskyConnect.Asked;

    public int MaxPostsPerCall => BlueskyReach.MaxPostsPerCall;

    public IReadOnlyList<Metric> Metrics => BlueskyReach.Metrics;

    /// <summary>The key in a post's address.</summary>
    public static string KeyIn(string uri) => uri[(uri.LastIndexOf('/') + 1)..];

    public async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        if (PostRules.Objection(request, Limits, Name) is { } objection)
            return new PublishResult.Rejected(objection);

        var key = Tid.Of(request.FirstAttemptAt, request.RepeatKey);
        var reply = await api.PutAsync(key, RecordOf(request), account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply is { Kind: SetbackKind.Duplicate } taken ? taken with { RemoteId = key } : (Setback)reply).ToPublishResult();

        var made = answer.Read<BlueskyMade>(BlueskyWire.Json);
        // Bluesky names no id of a call; the revision that the call made of the account's posts tells its support as much.
        var call = answer.RequestId ?? made?.Commit?.Rev;
        return made?.Uri is { Length: > 0 } uri && KeyIn(uri) == key
            ? new PublishResult.Published(key, options.Value.UrlOfPost(key, account)) { RequestId = call, RestUntil = answer.RestUntil }
            : new PublishResult.NoAnswer("Bluesky said yes, but did not say which post it made.") { RequestId = call };
    }

    public async Task<HandIn> HandInAsync(byte[] png, string altText, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.UploadAsync(png, account, ct);
        if (reply is not Answer answer)
            return new HandIn.Failed(((Setback)reply).Reason);

        return answer.Read<BlueskyUploaded>(BlueskyWire.Json)?.Blob is { Ref.Link.Length: > 0 } blob
            ? new HandIn.Taken(new HandedPicture(JsonSerializer.Serialize(blob, BlueskyWire.Json), altText))
            : new HandIn.Failed("Bluesky's answer about the picture could not be read.");
    }

    public async Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.DeleteAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToRemoveResult();

        // It makes sure that the post is not there and does not tell whether it was: any readable yes is one.
        return answer.Read<BlueskyDeleted>(BlueskyWire.Json) is { } deleted
            ? new RemoveResult.Removed { RequestId = answer.RequestId ?? deleted.Commit?.Rev }
            : new RemoveResult.TryLater(null, "Bluesky's answer could not be read.") { RequestId = answer.RequestId };
    }

    public Task<LoginResult> TryKeysAsync(IReadOnlyDictionary<string, string> given, CancellationToken ct) => connect.TryKeysAsync(given, ct);

    public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => BlueskyConnect.CanRenew(secrets);

    public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct) => connect.RenewAsync(account, ct);

    public Uri TimelineUrl(AccountAccess account) => options.Value.UrlOfTimeline(account);

    public async Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct)
    {
        var posts = new List<RecentPost>();
        string? cursor = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var reply = await api.OwnRecordsAsync(cursor, account, ct);
            if (reply is not Answer answer)
                return ((Setback)reply).ToReadBack();
            if (answer.Read<BlueskyList>(BlueskyWire.Json) is not { Records: { } records } list)
                return new ReadBack.Failed("Bluesky's list of posts could not be read.");

            var oldest = DateTimeOffset.MaxValue;
            foreach (var found in records)
            {
                if (found is not { Uri: { Length: > 0 } uri, Value: { } record } || !DateTimeOffset.TryParse(record.CreatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var createdAt))
                    return new ReadBack.Failed("Bluesky's list of posts could not be read.");
                var key = KeyIn(uri);
                posts.Add(new RecentPost(key, createdAt, record.Text ?? "", LinksOf(record), options.Value.UrlOfPost(key, account)));
                // The list is in the order of keys, and a key tells its instant; a program may date its posts back.
                oldest = Tid.InstantOf(key) ?? oldest;
            }

            if (list.Cursor is not { Length: > 0 } next || records.Count == 0 || oldest < since)
                return new ReadBack.Read([.. posts.Where(post => post.CreatedAt >= since).OrderByDescending(post => post.CreatedAt)]);
            cursor = next;
        }

        return new ReadBack.Failed("Bluesky's list of posts did not end.");
    }

    public async Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.RecordAsync(remoteId, account, ct);
        if (reply is not Answer answer)
            return ((Setback)reply).ToPostSight();

        return answer.Read<BlueskyFound>(BlueskyWire.Json) is { Uri: not null }
            ? new PostSight.Stands()
            : new PostSight.Unreadable("Bluesky's answer about the post could not be read.");
    }

    public Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct) => reach.ReadAsync(remoteIds, account, ct);

    // Made of the request alone, so that every try makes the same record.
    private static BlueskyRecord RecordOf(PublishRequest request) => new(
        BlueskyWire.Post,
        request.Text,
        request.FirstAttemptAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["en"],
        BlueskyText.Facets(request.Text),
        EmbedOf(request));

    // The card of a link shows a picture but has no place for its alt text: title and description stand beside it.
    private static BlueskyEmbed? EmbedOf(PublishRequest request)
    {
        var picture = request.Media.Count > 0 ? request.Media[0] : null;
        var blob = picture is null ? null : JsonSerializer.Deserialize<BlueskyBlob>(picture.Handle, BlueskyWire.Json);
        if (request.Link is { } link)
            return new BlueskyEmbed("app.bsky.embed.external", new BlueskyExternal(link, request.Card?.Title ?? new Uri(link).Host, request.Card?.Description ?? "", blob));
        return blob is null ? null : new BlueskyEmbed("app.bsky.embed.images", null, [new BlueskyImage(picture!.AltText, blob)]);
    }

    private static List<string> LinksOf(BlueskyRecord record) => (record.Facets ?? []).SelectMany(facet => facet?.Features ?? []).Select(feature => feature?.Uri)
        .Append(record.Embed?.External?.Uri).OfType<string>().Distinct().ToList();
}
