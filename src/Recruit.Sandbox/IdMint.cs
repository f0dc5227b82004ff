using System.Globalization;

namespace Recruit.Sandbox;

/// <summary>Ids that carry their instant and only ever rise, as each network's do: a client may page by them.</summary>
public sealed class IdMint
{
    private static readonly DateTimeOffset XEpoch = DateTimeOffset.FromUnixTimeMilliseconds(1288834974657);

    private readonly Dictionary<string, long> _last = [];

    public string Next(string network, DateTimeOffset now)
    {
        var fromClock = network switch
        {
            Networks.X => (long)(now - XEpoch).TotalMilliseconds << 22,
            Networks.LinkedIn => now.ToUnixTimeMilliseconds() << 22,
            Networks.Mastodon => now.ToUnixTimeMilliseconds() << 16,
            _ => now.ToUnixTimeMilliseconds() * 1000,
        };
        var next = Math.Max(fromClock, _last.GetValueOrDefault(network) + 1);
        _last[network] = next;
        return next.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>After a restart, or with a clock set back, no id comes twice.</summary>
    public void Seen(SandboxPost post)
    {
        var digits = post.Id[(post.Id.LastIndexOfAny([':', '_']) + 1)..];
        if (long.TryParse(digits, CultureInfo.InvariantCulture, out var id))
            _last[post.Network] = Math.Max(id, _last.GetValueOrDefault(post.Network));
    }
}
