namespace Recruit.Channels;

/// <summary>What every channel refuses by itself, before anything leaves: sending less than was approved would be worse than not sending.</summary>
public static class PostRules
{
    /// <summary>A sentence for people, or null when the request may go.</summary>
    public static string? Objection(PublishRequest request, PostLimits limits, string network, bool canTarget = false)
    {
        if (Objection(request.Text, limits, network) is { } objection)
            return objection;
        if (request.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            return "The link is not a full web address. It must begin with https://.";
        if (request.Media.Count > limits.MaxImages)
            return limits.MaxImages == 0
                ? $"Recruit cannot send pictures to {network} yet. Remove them."
                : $"{network} allows {limits.MaxImages} pictures. Remove {request.Media.Count - limits.MaxImages}.";
        if (!canTarget && !request.Targeting.IsEveryone)
            return $"{network} cannot show a post to a chosen audience. Send it to everyone.";
        return null;
    }

    /// <summary>A sentence for people, or null when the network would take these words.</summary>
    public static string? Objection(string text, PostLimits limits, string network)
    {
        if (text.Length == 0)
            return "The post has no text.";
        if (!limits.Fits(text))
            return $"The text has {limits.Measure(text)} {limits.Unit}; {network} allows {limits.MaxLength}. Shorten it.";
        return limits.Refusal?.Invoke(text);
    }
}
