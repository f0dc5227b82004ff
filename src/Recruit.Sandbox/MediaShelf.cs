using System.Collections.Concurrent;

namespace Recruit.Sandbox;

public sealed record SandboxMedia
{
    public required string Network { get; init; }
    public required string Account { get; init; }
    public required string Id { get; init; }
    public byte[]? Bytes { get; init; }
    public string? AltText { get; init; }
    public DateTimeOffset? UploadedAt { get; init; }

    public string? ContentType => Bytes switch
    {
        [0xFF, 0xD8, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
        [0x47, 0x49, 0x46, 0x38, ..] => "image/gif",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "image/webp",
        _ => null,
    };
}

/// <summary>Uploads live in memory only: the real ones expire within a day as well.</summary>
public sealed class MediaShelf
{
    private readonly ConcurrentDictionary<(string Network, string Id), SandboxMedia> _media = [];

    private readonly IdMint _ids = new();

    public string NextId(string network, DateTimeOffset now)
    {
        lock (_ids)
            return _ids.Next(network, now);
    }

    public SandboxMedia Put(SandboxMedia media) => _media[(media.Network, media.Id)] = media;

    public SandboxMedia? Find(string network, string id) => _media.GetValueOrDefault((network, id));
}
