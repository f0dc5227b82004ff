using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <param name="Text">A sentence for people.</param>
public sealed record AccountTest(bool Works, string Text)
{
    /// <summary>What a person might mend on the account's profile at the network.</summary>
    public IReadOnlyList<ProfileProposal> Proposals { get; init; } = [];
}

/// <summary>Tries an account by reading its latest posts. Nothing is posted.</summary>
public sealed class TestAccount(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, TimeProvider clock)
{
    private const int Days = 7;

    /// <exception cref="NotAllowedException">The person may not.</exception>
    public async Task<AccountTest> RunAsync(Guid staffId, Guid accountId, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == accountId, ct);
        var channel = channels[account.Channel];
        if (vault.Open(account) is not { } access)
            return new AccountTest(false, "The stored token cannot be opened: it was sealed with another key. Connect the account again.");
        if (channel is not IFindsPosts finds)
            return new AccountTest(true, $"{channel.Name} lets nothing be read, so only a post can tell.");

        var tried = await finds.ReadBackAsync(clock.GetUtcNow().AddDays(-Days), access, ct) switch
        {
            ReadBack.Read { Posts.Count: 0 } => new AccountTest(true, $"Recruit reached {account.Handle} and read its timeline: no post in the last {Days} days. Nothing was posted."),
            ReadBack.Read read => new AccountTest(true, $"Recruit reached {account.Handle} and read its timeline: {(read.Posts.Count == 1 ? "1 post" : $"{read.Posts.Count} posts")} in the last {Days} days. Nothing was posted."),
            ReadBack.Failed failed => new AccountTest(false, failed.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return tried.Works && channel is IProposesProfile proposes ? tried with { Proposals = await proposes.ProposeAsync(access, ct) } : tried;
    }
}
