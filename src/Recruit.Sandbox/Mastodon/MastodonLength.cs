using System.Globalization;
using System.Text;

namespace Recruit.Sandbox.Mastodon;

/// <summary>Graphemes, with a fixed number for each link. https://docs.joinmastodon.org/user/posting/#text, read 2026-07.</summary>
public static class MastodonLength
{
    public const int Most = 500;
    public const int PerLink = 23;

    public static int Of(string text)
    {
        var rest = new StringBuilder(text);
        var links = WebLinks.In(text).Where(link => text.AsSpan(link.Start).StartsWith("http")).OrderByDescending(link => link.Start).ToList();
        foreach (var link in links)
            rest.Remove(link.Start, link.Length);
        return new StringInfo(rest.ToString()).LengthInTextElements + (links.Count * PerLink);
    }
}
