
namespace Recruit.Compliance.Rules;

/// <summary>Tells whether a number is the employer's by the label in front of it.</summary>
// USAJOBS control numbers have nine digits like a social security number (usajobs.gov/job/858964400, read 2026-11-24).
public static class EmployerLabel
{
    private const int Reach = 32;

    private static readonly GuardPattern Label = GuardPattern.Of(
        @"\b(?:req|requisition|control|announcement|vacancy|job|posting|position|recruitment|opening|grade|cost center|tax|EIN|NPI)\b[a-z ]{0,14}[#:.]{0,2} {0,2}(?:id|no|num|number|code|is)?[#:. ]{0,4}(?:[A-Z]{1,5}[- ]?)?$");

    public static bool Precedes(PlainText text, int start) => Label.IsMatch(text.Before(start, Reach));
}
