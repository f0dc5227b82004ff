using System.Collections.Frozen;

namespace Recruit.Vacancies;

/// <summary>Brings titles to comparable words: short forms spelled out, plurals and noise dropped.</summary>
public static class OccupationWords
{
    private static readonly FrozenDictionary<string, string> ShortForms = new Dictionary<string, string>
    {
        ["rn"] = "registered nurse", ["lpn"] = "licensed practical nurse", ["lvn"] = "licensed vocational nurse", ["cna"] = "certified nursing assistant",
        ["pct"] = "patient care technician", ["pca"] = "patient care assistant", ["stna"] = "state tested nursing assistant", ["hha"] = "home health aide",
        ["np"] = "nurse practitioner", ["crnp"] = "nurse practitioner", ["apn"] = "advanced practice nurse", ["aprn"] = "advanced practice registered nurse",
        ["crna"] = "certified registered nurse anesthetist", ["cnm"] = "certified nurse midwife", ["cns"] = "clinical nurse specialist",
        ["pa"] = "physician assistant", ["md"] = "physician", ["rrt"] = "registered respiratory therapist", ["rcp"] = "respiratory care practitioner",
        ["pt"] = "physical therapist", ["pta"] = "physical therapist assistant", ["ot"] = "occupational therapist", ["cota"] = "certified occupational therapy assistant",
        ["slp"] = "speech language pathologist", ["rph"] = "pharmacist", ["pharmd"] = "pharmacist", ["cpht"] = "pharmacy technician",
        ["mls"] = "medical laboratory scientist", ["mlt"] = "medical laboratory technician", ["cst"] = "surgical technologist", ["cma"] = "certified medical assistant",
        ["emt"] = "emergency medical technician", ["lcsw"] = "licensed clinical social worker", ["rd"] = "dietitian", ["evs"] = "environmental services",
        ["him"] = "health information management", ["icu"] = "intensive care unit", ["micu"] = "intensive care unit", ["sicu"] = "intensive care unit",
        ["nicu"] = "neonatal intensive care unit", ["cvicu"] = "intensive care unit", ["tech"] = "technician", ["dir"] = "director", ["mgr"] = "manager",
        ["regisered"] = "registered", ["practioner"] = "practitioner", ["aid"] = "aide", ["ed"] = "emergency department", ["xray"] = "x ray",
    }.ToFrozenDictionary();

    // Shift, terms and hiring words say nothing about the occupation.
    private static readonly FrozenSet<string> Noise = FrozenSet.Create(
        "the", "a", "an", "and", "of", "for", "in", "with", "to", "or", "days", "day", "nights", "night", "evenings", "evening", "weekend", "weekends", "shift", "rotating",
        "prn", "per", "diem", "full", "part", "time", "ft", "fte", "bonus", "sign", "on", "urgent", "immediate", "openings", "opening", "hiring", "now", "external",
        "internal", "remote", "i", "ii", "iii", "iv", "senior", "sr", "junior", "jr", "lead", "staff", "all", "other", "open", "continuous", "oc", "oca", "deu", "esep", "mp");

    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        foreach (var raw in Split(text))
        {
            if (ShortForms.TryGetValue(raw, out var full))
                words.AddRange(full.Split(' '));
            else if (!Noise.Contains(raw) && !raw.Any(char.IsAsciiDigit))
                words.Add(Singular(raw));
        }

        return words;
    }

    private static string[] Split(string text)
        => new string([.. text.ToLowerInvariant().Where(letter => letter is not '\'' and not '’').Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Singular(string word)
        => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal)
            ? word[..^1]
            : word;
}
