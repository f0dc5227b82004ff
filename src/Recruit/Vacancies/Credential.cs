namespace Recruit.Vacancies;

/// <summary>A license or certification that the role asks for.</summary>
/// <param name="WithinDays">Null: needed on the first day. Otherwise days after hire by which it must be held.</param>
public sealed record Credential(string Name, int? WithinDays = null)
{
    /// <summary>"BLS at hire", "ACLS within 180 days of hire".</summary>
    public override string ToString() => WithinDays is { } days ? $"{Name} within {days} days of hire" : $"{Name} at hire";
}
