namespace Recruit.Accounts;

/// <summary>A calendar month of UTC: that is how the networks bill.</summary>
public readonly record struct BillingMonth(DateTimeOffset Start)
{
    /// <summary>Where the next one begins.</summary>
    public DateTimeOffset End => Start.AddMonths(1);

    /// <summary>Year and month as one number: 202611.</summary>
    public int Number => (Start.Year * 100) + Start.Month;

    public static BillingMonth Of(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return new BillingMonth(new DateTimeOffset(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
