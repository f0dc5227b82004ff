using Microsoft.Extensions.Options;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Shell;

/// <summary>Reminds administrators until the keys are wrapped by a certificate.</summary>
public sealed class KeyProtectionAsk(IHostEnvironment environment, IOptions<KeyProtectionOptions> options) : IAsksForPeople
{
    public Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<Ask>>(roles.HasFlag(StaffRoles.Administrator) && KeyProtection.IsMissing(environment, options.Value)
            ? [new Ask("The keys that protect the accounts' secrets have no certificate", "See settings", Urls.Settings, Order: 500)]
            : []);
}
