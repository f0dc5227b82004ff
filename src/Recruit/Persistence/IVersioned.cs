namespace Recruit.Persistence;

/// <summary>A row that two people, or a person and a clock job, may change at once: the second save fails instead of overwriting.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}
