namespace Recruit.Sandbox;

/// <summary>What became of an offered post; a duplicate carries the post it repeats.</summary>
public sealed record Acceptance(SandboxPost Post, bool IsDuplicate);

public sealed class PostStore
{
    private readonly Lock _gate = new();
    private readonly List<SandboxPost> _all = [];
    private readonly Dictionary<(string Network, string Id), int> _places = [];
    private readonly Dictionary<(string Network, string Account), List<int>> _byAccount = [];
    private readonly IdMint _ids = new();
    private Action<JournalLine> _write = _ => { };

    /// <summary>Judging and keeping are one step: two equal posts at the same instant cannot both pass.</summary>
    public Acceptance Accept(
        string network, string account, DateTimeOffset now, Func<IEnumerable<SandboxPost>, SandboxPost?> findDuplicate, Func<string, SandboxPost> make)
    {
        lock (_gate)
        {
            if (findDuplicate(LiveNewestFirst(network, account)) is { } earlier)
                return new Acceptance(earlier, IsDuplicate: true);

            var post = make(_ids.Next(network, now));
            _write(new JournalLine(post));
            Put(post);
            return new Acceptance(post, IsDuplicate: false);
        }
    }

    public SandboxPost? Change(string network, string id, Func<SandboxPost, SandboxPost> change)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue((network, id), out var place) || !_all[place].IsLive)
                return null;

            var changed = change(_all[place]);
            _write(new JournalLine(changed));
            _all[place] = changed;
            return changed;
        }
    }

    public SandboxPost? Find(string network, string id)
    {
        lock (_gate)
            return _places.TryGetValue((network, id), out var place) ? _all[place] : null;
    }

    public IReadOnlyList<SandboxPost> All()
    {
        lock (_gate)
            return [.. _all];
    }

    public IReadOnlyList<SandboxPost> NewestFirst(string network, string account)
    {
        lock (_gate)
            return _byAccount.TryGetValue((network, account), out var places) ? [.. places.AsEnumerable().Reverse().Select(place => _all[place])] : [];
    }

    public void Clear()
    {
        lock (_gate)
        {
            _write(new JournalLine(PostsCleared: true));
            Forget();
        }
    }

    public void WriteTo(Action<JournalLine> write) => _write = write;

    public void Recall(JournalLine line)
    {
        if (line.PostsCleared)
            Forget();
        if (line.Post is { } post)
            Put(post);
    }

    private IEnumerable<SandboxPost> LiveNewestFirst(string network, string account) =>
        _byAccount.TryGetValue((network, account), out var places) ? places.AsEnumerable().Reverse().Select(place => _all[place]).Where(post => post.IsLive) : [];

    private void Put(SandboxPost post)
    {
        _ids.Seen(post);
        if (_places.TryGetValue((post.Network, post.Id), out var place))
        {
            _all[place] = post;
            return;
        }

        _places[(post.Network, post.Id)] = _all.Count;
        if (!_byAccount.TryGetValue((post.Network, post.Account), out var places))
            _byAccount[(post.Network, post.Account)] = places = [];
        places.Add(_all.Count);
        _all.Add(post);
    }

    private void Forget()
    {
        _all.Clear();
        _places.Clear();
        _byAccount.Clear();
    }
}
