namespace Recruit.Vacancies;

public enum EmploymentType
{
    FullTime,
    PartTime,
    PerDiem,
    Temporary,
    Contract,
    Internship,
    Volunteer,
}

public static class EmploymentTypes
{
    public static string Words(this EmploymentType type) => type switch
    {
        EmploymentType.FullTime => "Full time",
        EmploymentType.PartTime => "Part time",
        EmploymentType.PerDiem => "Per diem",
        _ => type.ToString(),
    };
}
