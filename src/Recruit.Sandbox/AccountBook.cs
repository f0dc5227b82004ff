using System.Collections.Concurrent;

namespace Recruit.Sandbox;

/// <summary>Accounts come into being when first named: a practice token is all it takes.</summary>
public sealed class AccountBook
{
    private readonly ConcurrentDictionary<(string Network, string Id), SandboxAccount> _accounts = [];
    private Action<JournalLine> _write = _ => { };

    public IReadOnlyList<SandboxAccount> All => [.. _accounts.Values.OrderBy(account => account.Network, StringComparer.Ordinal).ThenBy(account => account.Id, StringComparer.Ordinal)];

    public SandboxAccount? Find(string network, string id) => _accounts.GetValueOrDefault((network, id));

    public SandboxAccount FirstUse(string network, string id) => Find(network, id) ?? Introduce(SandboxAccount.Unnamed(network, id));

    public SandboxAccount Introduce(SandboxAccount account)
    {
        if (Find(account.Network, account.Id) == account)
            return account;

        _write(new JournalLine(Account: account));
        _accounts[(account.Network, account.Id)] = account;
        return account;
    }

    public void WriteTo(Action<JournalLine> write) => _write = write;

    public void Recall(JournalLine line)
    {
        if (line.Account is { } account)
            _accounts[(account.Network, account.Id)] = account;
    }
}
