using Recruit.Pictures;

namespace Recruit.Channels;

/// <summary>A picture is handed to the network first; the post that is made afterwards names it by the handle.</summary>
public interface ITakesPictures
{
    /// <summary>Sends once, within <see cref="LongestHandIn"/>, and never throws for what a network does. Nobody sees the picture until a post names it, so any failure is harmless.</summary>
    Task<HandIn> HandInAsync(byte[] png, string altText, AccountAccess account, CancellationToken ct);

    /// <summary>A post waits no longer for its picture.</summary>
    static TimeSpan LongestHandIn => TimeSpan.FromSeconds(10);
}

/// <summary>What came of handing in a picture: a closed set.</summary>
public abstract record HandIn
{
    public sealed record Taken(HandedPicture Picture) : HandIn;

    /// <param name="Reason">A sentence for people, without secrets.</param>
    public sealed record Failed(string Reason) : HandIn;
}

/// <summary>A picture that was approved with its post, as the facts that it is drawn from.</summary>
public sealed record PostMedia(CardFacts Card, string AltText)
{
    public static PostMedia Of(CardFacts card) => new(card, card.AltText);
}

/// <param name="Handle">The network's own name of the picture, in the form in which its channel wants it back.</param>
public sealed record HandedPicture(string Handle, string AltText);
