using Recruit.Accounts;
using Recruit.Channels;

namespace Recruit.Deliveries;

/// <summary>What posts will cost, said before they are approved.</summary>
public static class PlannedCost
{
    /// <summary>A sentence for each account whose network charges: "@careers: 3 posts cost $0.60. Spent this month: $1.20 of $10.00."</summary>
    /// <param name="posts">Each with the words as they would leave.</param>
    public static IEnumerable<string> Words(IEnumerable<(Account Account, string Text)> posts, ChannelCatalog channels, IReadOnlyDictionary<Guid, MonthSpend> spent)
        => from post in posts
           let price = channels[post.Account.Channel].Limits.Price?.Invoke(post.Text)
           where price is not null
           group price.Value by post.Account.Id into byAccount
           let account = posts.First(post => post.Account.Id == byAccount.Key).Account
           let sum = byAccount.Sum()
           let before = spent.GetValueOrDefault(account.Id, MonthSpend.None).Total
           select $"{account.Handle}: {(byAccount.Count() == 1 ? "1 post costs" : $"{byAccount.Count()} posts cost")} {Money.Say(sum)}. Spent this month: {Money.Say(before)}{Limit(account, before, sum)}.";

    private static string Limit(Account account, decimal before, decimal sum) => account.MonthlyCap switch
    {
        null => "",
        { } cap when before + sum > cap => $" of {Money.Say(cap)}: what exceeds that in one month waits and asks a person",
        { } cap => $" of {Money.Say(cap)}",
    };
}
