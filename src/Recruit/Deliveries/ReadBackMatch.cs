using System.Text;
using Recruit.Channels;

namespace Recruit.Deliveries;

/// <summary>Finds a delivery among an account's own recent posts.</summary>
public static class ReadBackMatch
{
    /// <summary>The account's and our clock may differ; older posts than this before the attempt are never ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>By link code, else by normalized text; never by time alone, and never a post that another delivery holds.</summary>
    public static RecentPost? Find(Delivery delivery, IEnumerable<RecentPost> posts, IReadOnlySet<string> heldElsewhere)
    {
        // From the first try on, which may stand there although a later one was made; some networks show its instant whichever try arrived.
        var since = (delivery.FirstAttemptAt ?? delivery.CreatedAt) - ClockSkew;

        var candidates = posts.Where(post => post.CreatedAt >= since && !heldElsewhere.Contains(post.RemoteId)).ToList();
        return candidates.Find(post => CarriesCode(post, delivery.LinkCode))
            ?? candidates.Find(post => delivery.LinkCode is null && Normalize(post.Text) == Normalize(delivery.Content.Text));
    }

    private static bool CarriesCode(RecentPost post, string? code)
        => code is not null && (post.Links.Any(link => HoldsCode(link, code)) || HoldsCode(post.Text, code));

    /// <summary>The whole code: one that only begins like ours is another delivery's.</summary>
    private static bool HoldsCode(string text, string code)
    {
        var link = "/go/" + code;
        for (var at = text.IndexOf(link, StringComparison.Ordinal); at >= 0; at = text.IndexOf(link, at + 1, StringComparison.Ordinal))
            if (at + link.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + link.Length]))
                return true;
        return false;
    }

    private static string Normalize(string text)
        => string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
