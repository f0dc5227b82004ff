using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>Networks that we have accounts on and whose version comes to its end.</summary>
public sealed class VersionAsks(ChannelCatalog channels, TimeProvider clock) : IAsksForPeople
{
    public async Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
    {
        if (!roles.Allow(Permission.RunAccounts))
            return [];

        var used = await db.Accounts.AsNoTracking().Select(account => account.Channel).Distinct().ToListAsync(ct);
        return [.. Warnings(channels, used, clock.GetUtcNow()).Select(sentence => new Ask(sentence, "See the accounts", Urls.Accounts, null, 26))];
    }

    /// <param name="used">The networks that there are accounts on.</param>
    public static IReadOnlyList<string> Warnings(ChannelCatalog channels, IEnumerable<ChannelKey> used, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return [.. used.Distinct().Select(key => channels[key]).OfType<IHasApiVersion>()
            .Select(network => network.ApiVersion.Warning(((IChannel)network).Name, today)).OfType<string>()];
    }
}
