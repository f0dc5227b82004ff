namespace Recruit.Sandbox;

public sealed class Troubles
{
    private readonly Lock _gate = new();
    private readonly List<Trouble> _ordered = [];

    public IReadOnlyList<Trouble> Ordered
    {
        get
        {
            lock (_gate)
                return [.. _ordered];
        }
    }

    public void Order(Trouble trouble)
    {
        lock (_gate)
            _ordered.Add(trouble);
    }

    /// <summary>Ends all that are just like it.</summary>
    public void End(Trouble trouble)
    {
        lock (_gate)
            _ordered.RemoveAll(other => other == trouble);
    }

    public void Clear()
    {
        lock (_gate)
            _ordered.Clear();
    }

    /// <summary>Uses up one strike. Those that need a success are taken apart from the others, so a refused call costs none.</summary>
    public Trouble? Take(string network, string account, CallKind call, bool after)
    {
        lock (_gate)
        {
            var place = _ordered.FindIndex(trouble => trouble.StrikesAfter == after && trouble.Strikes(network, account, call));
            if (place < 0) return null;

            var trouble = _ordered[place];
            if (trouble.Times is 1)
                _ordered.RemoveAt(place);
            else if (trouble.Times is { } times)
                _ordered[place] = trouble with { Times = times - 1 };
            return trouble;
        }
    }
}
