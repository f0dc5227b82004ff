namespace Recruit.Sandbox;

/// <summary>One call as the network saw it. Without a status it got no answer.</summary>
public sealed record LoggedCall(string Network, string Account, CallKind Kind, DateTimeOffset ArrivedAt, DateTimeOffset EndedAt, int? Status);

/// <summary>The latest calls, refused ones too: when each arrived says more than what became of it.</summary>
public sealed class CallLog
{
    private const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly Queue<LoggedCall> _calls = new();

    public IReadOnlyList<LoggedCall> All
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public void Add(LoggedCall call)
    {
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Most)
                _calls.Dequeue();
        }
    }

    public void Clear()
    {
        lock (_gate)
            _calls.Clear();
    }
}
