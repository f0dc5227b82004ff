namespace Recruit.Channels;

/// <summary>All channels by key, in the order in which people see them.</summary>
public sealed class ChannelCatalog(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<ChannelKey, IChannel> _byKey = channels.ToDictionary(channel => channel.Key);

    public IReadOnlyCollection<IChannel> All => _byKey.Values;

    public int PlaceOf(ChannelKey key) => _byKey.Keys.TakeWhile(other => other != key).Count();

    public IChannel this[ChannelKey key] => _byKey.TryGetValue(key, out var channel)
        ? channel
        : throw new InvalidOperationException($"There is no channel \"{key}\". Known: {string.Join(", ", _byKey.Keys)}.");

    public IChannel? Find(string key) => _byKey.GetValueOrDefault(new ChannelKey(key));
}
