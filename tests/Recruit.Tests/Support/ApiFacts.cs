namespace Recruit.Tests.Support;

/// <summary>Bodies as a program sends them.</summary>
public static class ApiFacts
{
    /// <summary>A vacancy that can be opened as it is.</summary>
    public static Dictionary<string, object> Vacancy(string facility) => new()
    {
        ["requisitionId"] = $"API-{Guid.NewGuid():N}",
        ["title"] = "Registered Nurse, ICU",
        ["facility"] = facility,
        ["occupationCode"] = "29-1141.03",
        ["specialty"] = "Critical care",
        ["employmentType"] = "fullTime",
        ["shift"] = "Nights, 7p–7a",
        ["hoursPerWeek"] = 36,
        ["pay"] = new { min = 38.50, max = 52, unit = "hour" },
        ["credentials"] = new object[] { new { name = "Current Minnesota RN license" }, new { name = "ACLS", withinDays = 180 } },
        ["description"] = "Care for two patients a night in a 16-bed unit.",
        ["applyUrl"] = "https://careers.example.org/apply/1",
    };
}
