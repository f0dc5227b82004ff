namespace Recruit.Templates;

/// <summary>How a rendering ended: a closed set.</summary>
public abstract record Rendering
{
    private Rendering()
    {
    }

    public sealed record Rendered(Copy Copy) : Rendering;

    /// <param name="File">Below the templates folder: "x/announce.scriban".</param>
    /// <param name="Line">From 1; 0 when it is about the whole.</param>
    /// <param name="Reason">For people: what is wrong and what to do.</param>
    public sealed record Failed(string File, int Line, string Reason) : Rendering
    {
        /// <summary>"x/announce.scriban, line 3: ...".</summary>
        public string Sentence => Line > 0 ? $"{File}, line {Line}: {Reason}" : $"{File}: {Reason}";
    }
}

/// <summary>Rendered words, as they will be approved and sent.</summary>
/// <param name="CardTitle">Title of the link card, where the template sets one.</param>
/// <param name="LinkRequired">The template uses the link, in the words or as a card; without it the copy must not go out.</param>
/// <param name="Spans">Where the facts stand in <paramref name="Text"/>, in order.</param>
/// <param name="DroppedParts">Levels of the optional parts that were left out to fit, the first dropped first.</param>
public sealed record Copy(
    string Text,
    string? CardTitle,
    string? CardDescription,
    bool LinkRequired,
    IReadOnlyList<CopySpan> Spans,
    IReadOnlyList<int> DroppedParts);

/// <param name="Placeholder">The fact's name: "vacancy.title". Several, joined by a plus sign, when one expression mixes them.</param>
public sealed record CopySpan(string Placeholder, int Start, int Length);
