namespace Recruit.Vacancies;

/// <param name="Field">Name of the property it is about.</param>
/// <param name="Sentence">What to do about it.</param>
public sealed record VacancyProblem(string Field, string Sentence);

/// <summary>What a vacancy must hold, for saving and for opening.</summary>
public static class VacancyRules
{
}
