namespace Recruit.Templates;

/// <summary>Answers the template's <c>keep</c> during one rendering: levels up to the highest stay, the rest is left out.</summary>
public sealed class OptionalParts(int highest = OptionalParts.Everything)
{
    public const int Everything = int.MaxValue;

    private readonly SortedSet<int> _kept = [];

    /// <summary>The level to leave out next; null when nothing optional stands any more.</summary>
    public int? Next => _kept.Count > 0 ? _kept.Max : null;

    public bool Keep(int level)
    {
        if (level > highest)
            return false;

        _kept.Add(level);
        return true;
    }
}
