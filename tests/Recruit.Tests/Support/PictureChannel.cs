using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>A network that takes pictures, and knows a repetition for fifty minutes.</summary>
public sealed class PictureChannel(TimeProvider clock) : FakeChannel(clock), ITakesPictures, IRepeatsSafely
{
    public TimeSpan? RepeatsFor => TimeSpan.FromMinutes(50);

    /// <summary>What it was handed, with the words for those who do not see it.</summary>
    public List<(byte[] Png, string AltText)> Handed { get; } = [];

    /// <summary>Why it takes none; null while it does.</summary>
    public string? Refuses { get; set; }

    public Task<HandIn> HandInAsync(byte[] png, string altText, AccountAccess account, CancellationToken ct)
    {
        Handed.Add((png, altText));
        return Task.FromResult<HandIn>(Refuses is { } reason ? new HandIn.Failed(reason) : new HandIn.Taken(new HandedPicture($"picture-{Handed.Count}", altText)));
    }
}
