namespace Recruit.Compliance.Rules;

/// <summary>LEN: a network cuts or refuses what is too long, so nobody would read the words that were approved.</summary>
// Stands on each network's own limit, which the draft carries; read in the networks' documentation on 2026-11-24.
public sealed class LengthRule : IComplianceRule
{
    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        var (length, max, unit) = reading.Draft.Limits;
        if (length > max)
            yield return new Concern("LEN", Severity.Block,
                $"The text is {length:N0} {unit} long and this network takes {max:N0}.",
                $"Shorten it by at least {length - max:N0}.").About("text");

        if (string.IsNullOrWhiteSpace(reading.Draft.Text))
            yield return new Concern("LEN", Severity.Block, "The text is empty.", "Write what the opening is and how to apply.").About("text");
    }
}
