namespace Recruit.Vacancies;

public enum VacancyState
{
    /// <summary>Being written; may lack facts. HR opens it.</summary>
    Draft,
    /// <summary>Takes applicants and stands on the jobs site.</summary>
    Open,
    /// <summary>Stays on the jobs site but nothing new is broadcast. HR opens it again or closes it.</summary>
    Paused,
    /// <summary>Somebody was hired. Final.</summary>
    Filled,
    /// <summary>The hospital no longer looks. Final.</summary>
    Withdrawn,
    /// <summary>The closing date passed; set by the clock. Final.</summary>
    Expired,
}

public static class VacancyStates
{
    public static string Words(this VacancyState state) => state.ToString();

    public static bool IsClosed(this VacancyState state) => state is VacancyState.Filled or VacancyState.Withdrawn or VacancyState.Expired;
}
