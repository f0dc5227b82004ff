using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

/// <summary>What one row of the file says, in our words.</summary>
/// <param name="Facts">A vacancy that holds the facts and nothing else; its facility is not chosen yet.</param>
/// <param name="Given">The properties that the row fills, with the fingerprints of their cells.</param>
/// <param name="Proposals">Where the import read something else than what stands in the cell.</param>
/// <param name="Refusal">Why it cannot become a vacancy; null when it can.</param>
public sealed record ImportRow(
    int Number, string RequisitionId, string FacilityName, Vacancy Facts, IReadOnlyDictionary<string, string> Given, IReadOnlyList<string> Proposals, string? Refusal);
