namespace Recruit.Channels;

/// <summary>Names a network's adapter: "x", "linkedin", "facebook", "mastodon", "bluesky". Stored in rows, settings and folder names.</summary>
public readonly record struct ChannelKey(string Value)
{
    public override string ToString() => Value;
}
