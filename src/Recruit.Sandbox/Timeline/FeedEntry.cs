using System.Globalization;
using System.Text.Json;
using Recruit.Sandbox.LinkedIn;

namespace Recruit.Sandbox.Timeline;

/// <summary>A post on its timeline, with what a trainee should know about it.</summary>
public sealed record FeedEntry(SandboxPost Post, SandboxAccount Account, World World)
{
    public DateTimeOffset Now => World.Now;

    /// <summary>A fragment id made of digits, since a urn's colons would need escaping wherever it is used.</summary>
    public string Anchor => "post-" + Digits(Post.Id);

    public DateTimeOffset At => Post.VisibleFrom ?? Post.ReceivedAt;

    public string Ago => Post.Age(Now) switch
    {
        { TotalSeconds: < 60 } age => $"{(int)age.TotalSeconds}s",
        { TotalMinutes: < 60 } age => $"{(int)age.TotalMinutes}m",
        { TotalHours: < 24 } age => $"{(int)age.TotalHours}h",
        _ => At.ToString("MMM d", CultureInfo.InvariantCulture),
    };

    /// <summary>What X charges for a create call since 2026: https://docs.x.com/x-api/getting-started/pricing, read 2026-10.</summary>
    public decimal? Cost => Post.Network != Networks.X ? null : Post.Link is null ? 0.015m : 0.200m;

    public string CostWords => Cost is { } cost
        ? string.Create(CultureInfo.InvariantCulture, $"${cost:0.000} ({(Post.Link is null ? "no link" : "with a link")})")
        : "Free";

    public string? ArticleTitle => (Post.Extras?["content"]?["article"]?["title"] ?? Post.Extras?["record"]?["embed"]?["external"]?["title"])?.ToString();

    public string LinkHost => Uri.TryCreate(Post.Link, UriKind.Absolute, out var link) ? link.Authority : "";

    public string State => Post switch
    {
        { RemovedAt: { } removed } => $"Removed {Instant(removed)}",
        { VisibleFrom: null } => "Not published: only the account sees it",
        _ when Post.VisibleFrom > Now => $"Scheduled for {Instant(At)}",
        _ => "Live",
    };

    public string Targeting
    {
        get
        {
            if (Post.Targeting is not { } targeting)
                return "None: shown to all followers";
            var words = string.Join(" · ", Leaves(targeting));
            return Post.Audience is { } audience ? string.Create(CultureInfo.InvariantCulture, $"{words} · about {audience:N0} followers") : words;
        }
    }

    public static string Digits(string id) => id[(id.LastIndexOfAny([':', '_']) + 1)..];

    public static string Instant(DateTimeOffset at) => at.ToString("MMM d, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Leaves(JsonElement element, string name = "") => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Leaves(item, name)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value, member.Name)),
        _ => [Named(element.ToString(), name)],
    };

    /// <summary>A urn by its name; anything else by its value behind the name of its facet.</summary>
    private static string Named(string value, string facet)
    {
        var id = Digits(value);
        return value switch
        {
            _ when Places.Find(value) is { } place => place.Name,
            _ when value == $"urn:li:function:{id}" => Taxonomy.Functions.NameOf(id),
            _ when value == $"urn:li:seniority:{id}" => Taxonomy.Seniorities.NameOf(id),
            _ when value == $"urn:li:industry:{id}" => Taxonomy.Industries.NameOf(id),
            _ => $"{facet.Replace('_', ' ')} {value}",
        };
    }
}
