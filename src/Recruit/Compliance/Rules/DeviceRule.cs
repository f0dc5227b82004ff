
namespace Recruit.Compliance.Rules;

/// <summary>HIP-M: the serial or lot number of a device, or its unique identifier as it stands on the label.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(M) and, for the label's (01)(17)(10), on 21 CFR 801.40; read 2026-11-24.
public sealed class DeviceRule : IComplianceRule
{
    private static readonly Concern Serial = new("HIP-M", Severity.Block,
        "This looks like the number of a device that somebody carries.", "Take the number out, with anything else about that patient.", "M");

    private static readonly GuardPattern Numbered = GuardPattern.Of(
        @"\b(?:serial|s/n|sn|lot|model and serial|device id|UDI)\b\.?[\s:#.\-(]{0,3}(?:(?:id|no|num|number|nr|is|was)\b[\s:#.=\-(]{0,3}){0,2}[A-Z]{0,5}[\- ]?\d[\dA-Z\-]{3,18}\b");
    private static readonly GuardPattern Label = GuardPattern.Of(@"\(01\) ?\d{14}|\(21\) ?[A-Z0-9]{4,20}");
    private static readonly GuardPattern Fleet = GuardPattern.Of(@"\b(?:parking|fleet|our|forklift|boiler|equipment|software|asset)\b[^.]{0,20}$");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.TextsWithDigits)
        {
            foreach (var found in Numbered.In(text.Text).Concat(Label.In(text.Text)))
            {
                if (!Fleet.IsMatch(text.Before(found.Start, 24)))
                    yield return text.At(Serial, found.Start, found.Length);
            }
        }
    }
}
