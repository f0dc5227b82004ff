namespace Recruit.Templates;

/// <summary>How an occupation is called in copy, and the hashtags under which its people look.</summary>
/// <param name="Name">"registered nurse", fit for the middle of a sentence.</param>
/// <param name="JobsTag">"NurseJobs".</param>
/// <param name="FieldTag">"Nursing".</param>
public sealed record CopyOccupation(string Name, string JobsTag, string FieldTag)
{
    // Codes of the Standard Occupational Classification 2018, https://www.bls.gov/soc/2018, read 2026-11-24.
    private static readonly Dictionary<string, CopyOccupation> ByCode = new()
    {
        ["11-9111"] = new("health services manager", "HealthcareJobs", "HealthcareLeadership"),
        ["19-1041"] = new("epidemiologist", "PublicHealthJobs", "PublicHealth"),
        ["21-1022"] = new("healthcare social worker", "SocialWorkJobs", "SocialWork"),
        ["29-1031"] = new("dietitian", "DietitianJobs", "Nutrition"),
        ["29-1051"] = new("pharmacist", "PharmacyJobs", "Pharmacy"),
        ["29-1071"] = new("physician assistant", "PhysicianAssistantJobs", "AdvancedPractice"),
        ["29-1122"] = new("occupational therapist", "TherapyJobs", "OccupationalTherapy"),
        ["29-1123"] = new("physical therapist", "TherapyJobs", "PhysicalTherapy"),
        ["29-1126"] = new("respiratory therapist", "RespiratoryJobs", "RespiratoryTherapy"),
        ["29-1127"] = new("speech-language pathologist", "TherapyJobs", "SpeechTherapy"),
        ["29-1141"] = new("registered nurse", "NurseJobs", "Nursing"),
        ["29-1151"] = new("nurse anesthetist", "NurseJobs", "NurseAnesthetist"),
        ["29-1161"] = new("nurse midwife", "NurseJobs", "Midwifery"),
        ["29-1171"] = new("nurse practitioner", "NursePractitionerJobs", "AdvancedPractice"),
        ["29-2010"] = new("clinical laboratory professional", "LabJobs", "MedicalLaboratory"),
        ["29-2011"] = new("medical technologist", "LabJobs", "MedicalLaboratory"),
        ["29-2012"] = new("medical laboratory technician", "LabJobs", "MedicalLaboratory"),
        ["29-2018"] = new("clinical laboratory professional", "LabJobs", "MedicalLaboratory"),
        ["29-2034"] = new("radiologic technologist", "ImagingJobs", "Radiology"),
        ["29-2052"] = new("pharmacy technician", "PharmacyJobs", "Pharmacy"),
        ["29-2055"] = new("surgical technologist", "SurgeryJobs", "SurgicalTech"),
        ["29-2061"] = new("licensed practical nurse", "NurseJobs", "Nursing"),
        ["31-1131"] = new("nursing assistant", "NursingAssistantJobs", "Nursing"),
        ["31-9092"] = new("medical assistant", "MedicalAssistantJobs", "PatientCare"),
    };

    // Minor groups catch the specialties that the table does not name one by one.
    private static readonly Dictionary<string, CopyOccupation> ByGroup = new()
    {
        ["29-12"] = new("physician", "PhysicianJobs", "Medicine"),
        ["29-11"] = new("clinician", "ClinicalJobs", "PatientCare"),
        ["29-20"] = new("clinical technologist", "AlliedHealthJobs", "AlliedHealth"),
        ["31-11"] = new("care assistant", "HealthcareJobs", "PatientCare"),
    };

    /// <summary>Null for an unknown code. The digits after an O*NET dot do not matter.</summary>
    public static CopyOccupation? Of(string code)
    {
        var soc = code.Trim().Split('.')[0];
        return ByCode.GetValueOrDefault(soc) ?? (soc.Length >= 5 ? ByGroup.GetValueOrDefault(soc[..5]) : null);
    }
}
