namespace Recruit.Shell.Parts;

/// <summary>How a state feels, whatever feature it belongs to.</summary>
public enum Tone
{
    /// <summary>Nothing is expected of anybody.</summary>
    Quiet,
    /// <summary>Something is under way or waits for its time.</summary>
    Busy,
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>A person should look at it.</summary>
    Careful,
    /// <summary>It went wrong and needs a person.</summary>
    Bad,
}
