using Recruit.Channels;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

/// <summary>The facility that the sets of texts belong to, with all that it calls its own.</summary>
public static class CedarBend
{
    public static readonly string[] OwnWords =
    [
        "Cedar Bend Regional Medical Center", "Cedar Bend", "CBRMC", "cedarbend.org", "cedarbend.wd5.myworkdayjobs.com", "careers@cedarbend.org",
        "nurserecruiting@cedarbend.org", "(563) 555-0119", "800-555-0142", "563-555-0177", "711", "410 Millrace Road, Cedar Bend, IA 52999",
        "Dana Whitcomb", "Luis Ortega-Pratt", "Inga Solberg Birth Center", "St. Aldan's Hospital", "Warren T. Hale Cancer Pavilion",
        "@CedarBendJobs", "#CedarBendCares", "Priya Raman, RN", "Marcus Bell",
    ];

    public static Draft Draft(string text, Surface surface, string? state = null) =>
        new(new ChannelKey("facebook"), text, null, [], DraftLimits.None, DraftFacts.None with { EmployerWords = OwnWords }) { Surface = surface, State = state };
}
