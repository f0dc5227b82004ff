namespace Recruit.Deliveries;

/// <summary>This run of this process. A lease carries it, so that a later run knows what an earlier one left open.</summary>
public sealed record Boot(Guid Id)
{
    public static Boot New() => new(Guid.CreateVersion7());
}
