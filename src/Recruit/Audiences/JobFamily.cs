namespace Recruit.Audiences;

/// <summary>Occupations whose people are sought in the same place of a network: each family has one target profile for each network.</summary>
/// <param name="Key">Stored in rows and used in addresses: "nursing".</param>
/// <param name="SocStarts">Beginnings of SOC 2018 codes, https://www.bls.gov/soc/2018/major_groups.htm (read 2026-11-24); the longest beginning of all families wins.</param>
public sealed record JobFamily(string Key, string Name, IReadOnlyList<string> SocStarts)
{
    public static IReadOnlyList<JobFamily> All { get; } =
    [
        new("nursing", "Nursing", ["29-1141", "29-1151", "29-1161", "29-1171", "29-2061", "31-1131"]),
        new("medicine", "Physicians and physician assistants", ["29-1071", "29-121", "29-122", "29-124"]),
        new("therapy", "Therapy and rehabilitation", ["29-112", "31-20"]),
        new("pharmacy", "Pharmacy", ["29-1051", "29-2052"]),
        new("diagnostics", "Laboratory and imaging", ["29-201", "29-203"]),
        new("care", "Other care and support", ["29-", "31-"]),
        new("health-management", "Health services management", ["11-9111"]),
        new("social-work", "Healthcare social work", ["21-1022", "11-9151"]),
        new("community", "Counseling and community services", ["21-"]),
        new("management", "General management", ["11-"]),
        new("marketing", "Marketing", ["11-2"]),
        new("technology", "Information technology", ["11-3021", "15-"]),
        new("finance", "Finance and accounting", ["13-2"]),
        new("finance-management", "Finance management", ["11-3031"]),
        new("people", "Human resources", ["11-3121", "13-1071"]),
        new("business", "Business operations", ["13-1"]),
        new("engineering", "Engineering", ["17-"]),
        new("research", "Science and research", ["19-"]),
        new("legal", "Legal", ["23-"]),
        new("education", "Education and libraries", ["25-"]),
        new("media", "Media and communication", ["27-3"]),
        new("protection", "Protective services", ["33-"]),
        new("support", "Food, cleaning, maintenance and transport", ["35-", "37-", "49-", "51-", "53-"]),
        new("sales", "Sales", ["41-"]),
        new("medical-office", "Medical secretaries", ["43-6013"]),
        new("office", "Office and administration", ["43-"]),
    ];

    /// <summary>Null for a code of no family, for example the empty one.</summary>
    public static JobFamily? Of(string occupationCode) => All
        .SelectMany(family => family.SocStarts.Select(start => (family, start)))
        .Where(one => occupationCode.StartsWith(one.start, StringComparison.Ordinal))
        .OrderByDescending(one => one.start.Length)
        .FirstOrDefault().family;

    public static JobFamily? Find(string key) => All.FirstOrDefault(family => family.Key == key);
}
