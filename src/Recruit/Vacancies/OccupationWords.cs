using System.Collections.Frozen;

namespace Recruit.Vacancies;

/// <summary>Brings titles to comparable words: short forms spelled out, units and words of one meaning written alike, plurals and noise dropped.</summary>
public static class OccupationWords
{
    private static readonly FrozenDictionary<string, string> ShortForms = new Dictionary<string, string>
    {
        ["rn"] = "registered nurse", ["reg"] = "registered", ["lpn"] = "licensed practical nurse", ["lvn"] = "licensed vocational nurse", ["cna"] = "certified nursing assistant",
        ["nac"] = "certified nursing assistant", ["lna"] = "nursing assistant", ["gna"] = "geriatric nursing assistant", ["pct"] = "patient care technician", ["pca"] = "patient care assistant",
        ["stna"] = "state tested nursing assistant", ["hha"] = "home health aide", ["dsp"] = "direct support professional", ["ccrn"] = "icu registered nurse", ["cnor"] = "operating room registered nurse",
        ["np"] = "nurse practitioner", ["fnp"] = "family nurse practitioner", ["crnp"] = "nurse practitioner", ["cnp"] = "nurse practitioner", ["arnp"] = "nurse practitioner", ["nnp"] = "neonatal nurse practitioner",
        ["pnp"] = "pediatric nurse practitioner", ["whnp"] = "nurse practitioner", ["acnp"] = "acute care nurse practitioner", ["agacnp"] = "acute care nurse practitioner", ["agnp"] = "nurse practitioner",
        ["pmhnp"] = "psychiatric nurse practitioner", ["apn"] = "advanced practice nurse", ["aprn"] = "advanced practice registered nurse", ["app"] = "advanced practice provider",
        ["crna"] = "certified registered nurse anesthetist", ["cnm"] = "certified nurse midwife", ["cns"] = "clinical nurse specialist", ["cnl"] = "clinical nurse leader", ["rnfa"] = "registered nurse first assist",
        ["caa"] = "anesthesiologist assistant", ["cfnp"] = "family nurse practitioner", ["rnc"] = "registered nurse", ["bsn"] = "", ["adn"] = "", ["adon"] = "assistant director nurse", ["don"] = "director nurse",
        ["cno"] = "chief nursing officer", ["cmo"] = "chief medical officer", ["wocn"] = "wound nurse", ["cwocn"] = "wound nurse", ["sane"] = "sexual assault nurse examiner", ["mds"] = "minimum data set",
        ["rrt"] = "registered respiratory therapist", ["crt"] = "certified respiratory therapist", ["rcp"] = "respiratory care practitioner", ["resp"] = "respiratory", ["rpft"] = "pulmonary function technologist",
        ["dpt"] = "physical therapist", ["lpt"] = "physical therapist", ["phys"] = "physical", ["occ"] = "occupational", ["ther"] = "therapist", ["pta"] = "physical therapist assistant",
        ["lpta"] = "physical therapist assistant", ["otr"] = "occupational therapist", ["ota"] = "occupational therapy assistant", ["cota"] = "certified occupational therapy assistant",
        ["slp"] = "speech language pathologist", ["slpa"] = "speech language pathology assistant", ["path"] = "pathologist", ["ctrs"] = "recreation therapist", ["ccls"] = "child life specialist",
        ["rph"] = "pharmacist", ["pharmd"] = "pharmacist", ["cpht"] = "pharmacy technician", ["pharm"] = "pharmacy", ["mls"] = "medical laboratory scientist", ["cls"] = "clinical laboratory scientist",
        ["mlt"] = "medical laboratory technician", ["htl"] = "histotechnologist", ["histotech"] = "histotechnician", ["pbt"] = "phlebotomist", ["phleb"] = "phlebotomist", ["micro"] = "microbiology",
        ["cst"] = "surgical technologist", ["csfa"] = "surgical first assistant", ["surg"] = "surgical", ["spd"] = "sterile processing", ["crcst"] = "sterile processing technician", ["endo"] = "endoscopy",
        ["rdms"] = "sonographer", ["rdcs"] = "cardiac sonographer", ["rvt"] = "vascular sonographer", ["cnmt"] = "nuclear medicine technologist", ["nuc"] = "nuclear", ["med"] = "medical", ["mammo"] = "mammography",
        ["mri"] = "magnetic resonance", ["mr"] = "magnetic resonance", ["cat"] = "ct", ["echo"] = "echocardiography", ["ekg"] = "electrocardiogram", ["ecg"] = "electrocardiogram",
        ["eeg"] = "electroencephalogram", ["rpsgt"] = "polysomnographic technologist", ["psg"] = "polysomnographic", ["rcis"] = "cardiovascular invasive specialist", ["cvt"] = "cardiovascular technologist",
        ["rad"] = "radiologic", ["cmd"] = "medical dosimetrist", ["ccp"] = "perfusionist", ["ccht"] = "hemodialysis technician", ["cma"] = "certified medical assistant", ["rma"] = "registered medical assistant",
        ["ccma"] = "certified medical assistant", ["emt"] = "emergency medical technician", ["aemt"] = "emergency medical technician", ["emtb"] = "emergency medical technician", ["ems"] = "emergency medical services",
        ["lcsw"] = "licensed clinical social worker", ["lmsw"] = "licensed master social worker", ["msw"] = "social worker", ["lsw"] = "licensed social worker", ["lisw"] = "licensed clinical social worker",
        ["licsw"] = "licensed clinical social worker", ["lmft"] = "licensed marriage family therapist", ["mft"] = "marriage family therapist", ["lpc"] = "licensed professional counselor",
        ["lpcc"] = "licensed professional counselor", ["lcpc"] = "licensed professional counselor", ["lmhc"] = "licensed mental health counselor", ["cadc"] = "certified alcohol drug counselor",
        ["ladc"] = "licensed alcohol drug counselor", ["lcdc"] = "licensed chemical dependency counselor", ["bht"] = "behavioral health technician", ["mht"] = "mental health technician", ["bh"] = "behavioral health",
        ["rbt"] = "registered behavior technician", ["bcba"] = "behavior analyst", ["aba"] = "behavior", ["psyd"] = "psychologist", ["psych"] = "psychiatric", ["rd"] = "registered dietitian",
        ["rdn"] = "registered dietitian", ["ldn"] = "licensed dietitian", ["dtr"] = "dietetic technician", ["dietician"] = "dietitian", ["ibclc"] = "lactation consultant", ["cdces"] = "diabetes educator",
        ["cde"] = "diabetes educator", ["cgc"] = "genetic counselor", ["atc"] = "athletic trainer", ["cpo"] = "prosthetist orthotist", ["rdh"] = "dental hygienist", ["rda"] = "registered dental assistant",
        ["efda"] = "dental assistant", ["dds"] = "dentist", ["dmd"] = "dentist", ["aud"] = "audiologist", ["coa"] = "ophthalmic assistant", ["cot"] = "ophthalmic technician", ["lac"] = "acupuncturist",
        ["lmt"] = "massage therapist", ["dvm"] = "veterinarian", ["vet"] = "veterinary", ["rhit"] = "health information technician", ["rhia"] = "health information administrator", ["ccs"] = "coding specialist",
        ["cpc"] = "professional coder", ["cdi"] = "clinical documentation specialist", ["ctr"] = "tumor registrar", ["him"] = "health information management", ["huc"] = "health unit coordinator",
        ["evs"] = "environmental services", ["svcs"] = "services", ["svc"] = "service", ["fns"] = "food nutrition services", ["rep"] = "representative", ["asst"] = "assistant", ["assoc"] = "associate",
        ["dir"] = "director", ["mgr"] = "manager", ["supv"] = "supervisor", ["supvy"] = "supervisor", ["supervisory"] = "supervisor", ["supervising"] = "supervisor", ["vp"] = "vice president", ["spec"] = "specialist",
        ["coord"] = "coordinator", ["admin"] = "administrative", ["ir"] = "interventional radiology", ["ep"] = "electrophysiology", ["gi"] = "gastrointestinal", ["onc"] = "oncology", ["peds"] = "pediatric",
        ["pediatrics"] = "pediatric", ["paediatric"] = "pediatric", ["ped"] = "pediatric", ["ortho"] = "orthopedic", ["orthopedics"] = "orthopedic", ["orthopaedic"] = "orthopedic", ["neuro"] = "neurology",
        ["ent"] = "ear nose throat", ["obgyn"] = "obstetrics gynecology", ["ob"] = "obstetrics", ["gyn"] = "gynecology", ["pmr"] = "physical medicine rehabilitation", ["rehab"] = "rehabilitation", ["snf"] = "long term care",
        ["ltc"] = "long term care", ["hh"] = "home health", ["homecare"] = "home health", ["biomed"] = "biomedical", ["hr"] = "human resources", ["regisered"] = "registered", ["practioner"] = "practitioner", ["aid"] = "aide",
        ["xray"] = "x ray", ["gp"] = "general practitioner", ["fp"] = "family medicine", ["fm"] = "family medicine", ["im"] = "internal medicine", ["dr"] = "physician", ["lab"] = "laboratory", ["labs"] = "laboratory", ["tele"] = "telemetry", ["childcare"] = "child care", ["pcu"] = "progressive unit", ["preop"] = "perioperative",
        ["sud"] = "substance abuse", ["icp"] = "infection preventionist", ["cic"] = "infection preventionist",
    }.ToFrozenDictionary();

    // One word for each of several that mean the same place or work, so that they count once and as a whole.
    private static readonly (string Phrase, string Word)[] Phrases =
    [
        ("neonatal intensive care unit", "icu"), ("pediatric intensive care unit", "icu"), ("intensive care unit", "icu"), ("intensive care", "icu"), ("coronary care unit", "icu"), ("cardiac care unit", "icu"),
        ("critical care unit", "icu"), ("critical care", "icu"), ("emergency department", "er"), ("emergency dept", "er"), ("emergency room", "er"), ("emergency services", "er"), ("emergency center", "er"),
        ("operating room", "oproom"), ("post anesthesia care unit", "pacu"), ("post anesthesia", "pacu"), ("recovery room", "pacu"), ("labor and delivery", "laboring"), ("labor delivery", "laboring"),
        ("medical surgical", "medsurg"), ("mother baby", "postpartum"), ("progressive care unit", "progressive unit"), ("progressive care", "progressive unit"), ("step down", "stepdown"),
        ("cardiac catheterization laboratory", "cath laboratory"), ("catheterization laboratory", "cath laboratory"), ("cardiac catheterization", "cath laboratory"), ("computed tomography", "ct"), ("ct scan", "ct"),
        ("magnetic resonance imaging", "magnetic resonance"), ("nursing home", "long term care"), ("skilled nursing facility", "long term care"), ("skilled nursing", "long term care"), ("family practice", "family medicine"),
        ("patient care", "patientcare"), ("behavior health", "behavioral health"), ("healthcare", "health care"),
    ];

    private static readonly FrozenDictionary<string, string> Alike = new Dictionary<string, string>
    {
        ["micu"] = "icu", ["sicu"] = "icu", ["cvicu"] = "icu", ["nicu"] = "icu", ["picu"] = "icu", ["ticu"] = "icu", ["ccu"] = "icu", ["csicu"] = "icu", ["cticu"] = "icu", ["msicu"] = "icu",
        ["ed"] = "er", ["therapy"] = "therapist", ["nursing"] = "nurse", ["surgery"] = "surgical", ["radiology"] = "radiologic", ["radiological"] = "radiologic", ["radiography"] = "radiologic",
        ["phlebotomy"] = "phlebotomist", ["housekeeping"] = "housekeeper", ["transport"] = "transporter", ["tech"] = "technician", ["technologist"] = "technician",
        ["psychiatry"] = "psychiatric", ["dept"] = "department", ["counseling"] = "counselor", ["coder"] = "coding", ["doctor"] = "physician",
        ["recreational"] = "recreation", ["hemodialysis"] = "dialysis", ["dentistry"] = "dentist", ["prosthetics"] = "prosthetist", ["orthotics"] = "orthotist",
        ["addiction"] = "addictions", ["obstetrical"] = "obstetrics", ["obstetric"] = "obstetrics", ["gynecologic"] = "gynecology", ["midwifery"] = "midwife",
        ["pathology"] = "pathologist", ["pharmacists"] = "pharmacist", ["scheduling"] = "scheduler",
        ["sonography"] = "sonographer", ["audiology"] = "audiologist", ["adolescent"] = "child", ["dermatologic"] = "dermatology", ["neurological"] = "neurology",
    }.ToFrozenDictionary();

    // Shift, terms and hiring words say nothing about the occupation.
    private static readonly FrozenSet<string> Noise = FrozenSet.Create(
        "the", "a", "an", "and", "of", "for", "in", "with", "to", "or", "at", "our", "your", "we", "are", "is", "no", "up", "by", "as", "per", "days", "day", "nights", "night", "evenings", "evening", "eve", "eves", "noc", "overnight",
        "weekend", "weekends", "weekday", "weekdays", "shift", "shifts", "rotating", "rotation", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "friday", "saturday", "sunday", "am", "pm", "hrs", "hr", "hours", "hour", "wk", "wks",
        "weeks", "week", "month", "months", "year", "years", "prn", "diem", "casual", "seasonal", "temp", "temporary", "permanent", "full", "part", "time", "ft", "fte", "fulltime", "parttime", "pool", "bonus", "sign", "on", "off", "signon",
        "relocation", "retention", "loan", "repayment", "forgiveness", "pto", "pay", "paid", "salary", "benefits", "rate", "urgent", "immediate", "immediately", "openings", "opening", "hiring", "now", "hire", "new", "external", "internal",
        "remote", "hybrid", "onsite", "wfh", "work", "from", "telework", "i", "ii", "iii", "iv", "v", "senior", "sr", "lead", "junior", "jr", "staff", "all", "other", "open", "continuous", "oc", "oca", "deu", "esep", "mp", "de", "level", "trauma1",
        "req", "requisition", "job", "jobs", "career", "position", "positions", "needed", "wanted", "apply", "today", "join", "team", "great", "amazing", "exciting", "opportunity", "experience", "experienced", "exp", "required", "preferred",
        "welcome", "will", "train", "training", "available", "only", "based", "option", "flexible", "flex", "hospital", "st", "saint", "bilingual", "unit", "campus", "east", "west", "north", "south", "cohort", "program", "bc", "be",
        "locum", "locums", "tenens", "travel", "traveler", "contract", "local", "union", "call", "plus", "extra", "incentive", "differential", "hourly", "annual", "start", "starting", "asap", "registry", "eligible");

    /// <summary>The words that tell the occupation, in order, each once.</summary>
    public static IReadOnlyList<string> Of(string text) => Meaning(Split(text).Select(word => word.ToLowerInvariant()));

    /// <param name="words">In small letters, no blanks inside.</param>
    internal static IReadOnlyList<string> Meaning(IEnumerable<string> words)
    {
        var spelled = new List<string>();
        foreach (var raw in words)
            spelled.AddRange(ShortForms.TryGetValue(raw, out var full) ? full.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [Singular(raw)]);

        var line = $" {string.Join(' ', spelled)} ";
        foreach (var (phrase, word) in Phrases)
            line = line.Replace($" {phrase} ", $" {word} ", StringComparison.Ordinal);

        return [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Noise.Contains(word) && !word.Any(char.IsAsciiDigit))
            .Select(word => Alike.GetValueOrDefault(word, word)).Distinct()];
    }

    internal static bool IsShortForm(string word) => ShortForms.ContainsKey(word);

    internal static string[] Split(string text)
        => new string([.. text.Where(letter => letter is not '\'' and not '’').Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Singular(string word)
        => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal)
            && word is not ("services" or "obstetrics" or "resources" or "days" or "nights" or "informatics" or "genetics" or "hours" or "weeks" or "evenings" or "weekends" or "openings" or "series" or "mas")
            ? word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 5 ? word[..^3] + "y" : word[..^1]
            : word;
}
