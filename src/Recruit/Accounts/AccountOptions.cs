using System.ComponentModel.DataAnnotations;

namespace Recruit.Accounts;

public sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>From this part of an account's monthly cap on, in percent, the cap is near.</summary>
    [Range(1, 100)]
    public int NearCapPercent { get; set; } = 80;

    /// <summary>An account without a post for this many days, although openings are open, is called silent.</summary>
    [Range(1, 365)]
    public int DormantDays { get; set; } = 7;
}
