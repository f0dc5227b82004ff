namespace Recruit.Audit;

/// <summary>One walk along the chain, entry by entry in the order of their numbers.</summary>
/// <param name="most">How many problems are told; one more says that there are others.</param>
public sealed class AuditWalk(NotedHead? noted, int most)
{
    private readonly List<string> _problems = [];
    private bool _metNoted;

    public long Last { get; private set; }

    public string Hash { get; private set; } = AuditChain.Start;

    public IReadOnlyList<string> Problems => _problems;

    public void Take(AuditEntry entry)
    {
        var number = entry.Number!.Value;
        if (number == Last + 1)
        {
            if (entry.Hash != AuditChain.Hash(number, entry, Hash))
                Tell($"Entry {number} ({entry.At:yyyy-MM-dd HH:mm:ss} UTC) is not what was sealed: it, its place or the entry before it was changed.");
        }
        else
            // What the entry behind a gap was chained to is gone, so its own hash cannot be computed again.
            Tell(number - Last == 2 ? $"Entry {Last + 1} is gone." : $"The entries {Last + 1} to {number - 1} are gone.");

        if (number == noted?.Number)
        {
            _metNoted = true;
            if (entry.Hash != noted.Hash)
                Tell($"Entry {number} has another hash than the one noted: this is not the chain of that time.");
        }

        (Last, Hash) = (number, entry.Hash ?? "");
    }

    public void End(AuditHead? head)
    {
        if (head is null && Last > 0)
            Tell("The end of the chain is not recorded any more, so nobody can tell whether entries behind the last one are gone.");
        else if (head is not null && head.Number != Last)
            Tell(head.Number - Last == 1 ? $"Entry {head.Number}, the last one, is gone." : $"The entries {Last + 1} to {head.Number}, the last ones, are gone.");
        else if (head is not null && head.Hash != Hash)
            Tell($"Entry {Last}, the last one, is not the one that was sealed as the last.");

        if (noted is not null && !_metNoted)
            Tell($"Entry {noted.Number}, which was noted, is not there: entries written before are missing.");
    }

    private void Tell(string problem)
    {
        if (_problems.Count < most)
            _problems.Add(problem);
        else if (_problems.Count == most)
            _problems.Add("There are more.");
    }
}
