using Microsoft.AspNetCore.Identity;

namespace Recruit.Staff;

/// <summary>Identity asks at every sign-in whether the account is confirmed; ours is while it is not disabled.</summary>
public sealed class EnabledStaff : IUserConfirmation<StaffMember>
{
    public Task<bool> IsConfirmedAsync(UserManager<StaffMember> manager, StaffMember user) => Task.FromResult(!user.Disabled);
}
