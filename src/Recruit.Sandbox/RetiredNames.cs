namespace Recruit.Sandbox;

/// <summary>Names of numbers that a network tells no more: a question for one of them is refused as if it had never been.</summary>
public sealed class RetiredNames
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
                return [.. _names.Order(StringComparer.Ordinal)];
        }
    }

    public bool Has(string name)
    {
        lock (_gate)
            return _names.Contains(name);
    }

    public void Retire(string name)
    {
        lock (_gate)
            _names.Add(name);
    }

    public void Restore()
    {
        lock (_gate)
            _names.Clear();
    }
}
