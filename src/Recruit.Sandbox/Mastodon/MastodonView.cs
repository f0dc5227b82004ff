using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Recruit.Sandbox.Timeline;

namespace Recruit.Sandbox.Mastodon;

/// <summary>A post as a server shows it: its words as HTML, with links shortened for the eye.</summary>
public static class MastodonView
{
    private const int ShownOfLink = 30;

    public static JsonObject Of(SandboxPost post, World world, Uri address)
    {
        var numbers = MastodonNumbers.Of(post, world);
        return new JsonObject
        {
            ["id"] = post.Id,
            ["created_at"] = Instant(post.ReceivedAt),
            ["visibility"] = "public",
            ["language"] = "en",
            ["uri"] = new Uri(address, $"mastodon/{post.Account}/{post.Id}").AbsoluteUri,
            ["url"] = new Uri(address, $"mastodon/{post.Account}/{post.Id}").AbsoluteUri,
            ["content"] = Html(post.Text, address),
            ["replies_count"] = numbers.Replies,
            ["reblogs_count"] = numbers.Boosts,
            ["favourites_count"] = numbers.Favorites,
            ["media_attachments"] = new JsonArray([.. post.Media.Select(id => MastodonUploads.Told(id, world, address))]),
            ["card"] = post.Link is null ? null : new JsonObject { ["url"] = post.Link, ["title"] = "", ["type"] = "link" },
        };
    }

    /// <summary>In whole milliseconds; the header of limits carries the same form.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Html(string text, Uri address)
    {
        var marked = string.Concat(TextPart.Of(text).Select(part => part.Kind switch
        {
            TextPartKind.Link when part.Text.StartsWith("http", StringComparison.Ordinal) => Anchor(part.Text),
            TextPartKind.Hashtag => $"<a href=\"{address}tags/{part.Text[1..]}\" class=\"mention hashtag\" rel=\"tag\">#<span>{Encoded(part.Text[1..])}</span></a>",
            _ => Encoded(part.Text),
        }));
        return string.Concat(marked.Split("\n\n").Select(paragraph => $"<p>{paragraph.Replace("\n", "<br />", StringComparison.Ordinal)}</p>"));
    }

    private static string Anchor(string link)
    {
        var scheme = link[..(link.IndexOf("://", StringComparison.Ordinal) + 3)];
        var rest = link[scheme.Length..];
        var shown = rest.Length > ShownOfLink ? $"<span class=\"ellipsis\">{Encoded(rest[..ShownOfLink])}</span><span class=\"invisible\">{Encoded(rest[ShownOfLink..])}</span>" : $"<span class=\"\">{Encoded(rest)}</span>";
        return $"<a href=\"{Encoded(link)}\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">{scheme}</span>{shown}</a>";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
