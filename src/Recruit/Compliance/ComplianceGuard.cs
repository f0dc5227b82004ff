using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace Recruit.Compliance;

/// <summary>The only entry to the rules. It fails closed: a rule that breaks blocks the draft.</summary>
public sealed partial class ComplianceGuard(IEnumerable<IComplianceRule> rules, TimeProvider clock, ILogger<ComplianceGuard> log) : IDisposable
{
    private const int MostVerdicts = 2_000;

    // Enough to act on; a text made of nothing but findings would only bury the first ones.
    private const int MostFindings = 20;

    private static readonly Finding NotMade = new Concern("HIP-3", Severity.Block,
        "One of the checks could not be made.", "Reword the text. If that does not help, tell an administrator.").About("text");

    private static readonly Finding TooMuch = new Concern("HIP-3", Severity.Block,
        "The text is too long to check.", "Shorten it.").About("text");

    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    private readonly IComplianceRule[] _rules = [.. rules];

    // Rules know nothing but the draft and the day, so the check before sending finds what planning found a moment ago.
    private readonly MemoryCache _verdicts = new(new MemoryCacheOptions { SizeLimit = MostVerdicts });

    public Verdict Check(Draft draft)
    {
        var now = draft.On is { } day ? new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero) : clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var hasClosed = draft.Facts.ClosesAt <= now;
        var key = Convert.ToBase64String(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((Draft: draft, Today: today, HasClosed: hasClosed), Fields)));
        if (_verdicts.TryGetValue(key, out Verdict? known))
            return known!;

        var verdict = Read(draft, today, hasClosed);
        return verdict.Findings.Contains(NotMade) ? verdict : _verdicts.Set(key, verdict, new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _verdicts.Dispose();

    private Verdict Read(Draft draft, DateOnly today, bool hasClosed)
    {
        if (_rules.Length == 0)
            return new Verdict([NotMade]);

        DraftReading? reading = null;
        var unread = Ask(nameof(DraftReading), () =>
        {
            reading = DraftReading.Of(draft, hasClosed);
            return [];
        });

        return reading is null
            ? new Verdict(unread is [] ? [TooMuch] : unread)
            : new Verdict(CoveredStory.Settle(reading,
                [.. _rules.SelectMany(rule => Ask(rule.GetType().Name, () => rule.Check(reading, today))).Where(finding => !StandsInOwnLink(draft, finding))]));
    }

    // The code of our own link is random, and sooner or later random letters look like some number.
    private static bool StandsInOwnLink(Draft draft, Finding finding)
    {
        if (finding.Length == 0 || finding.Place != "text" || draft.Facts.LinkCode is not { Length: > 0 } code || draft.Link?.EndsWith(code, StringComparison.Ordinal) != true)
            return false;

        var link = draft.Text.IndexOf(draft.Link, StringComparison.Ordinal);
        return link >= 0 && finding.Start >= link && finding.Start + finding.Length <= link + draft.Link.Length;
    }

    private Finding[] Ask(string check, Func<IEnumerable<Finding>> find)
    {
        try
        {
            return [.. find().Distinct().OrderByDescending(finding => finding.Severity).Take(MostFindings)];
        }
#pragma warning disable CA1031 // Whatever breaks here, the draft must not go out.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            // Only the type: an exception's message may quote the text.
            Log.CheckBroke(log, check, broken.GetType().Name);
            return [NotMade];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Compliance check {Check} broke with {Fault}; the draft is blocked")]
        public static partial void CheckBroke(ILogger logger, string check, string fault);
    }
}

public sealed record Verdict(IReadOnlyList<Finding> Findings)
{
    /// <summary>The first finding that keeps the draft from going out as it is; null when there is advice at most.</summary>
    public Finding? Stop => Findings.FirstOrDefault(finding => finding.Severity != Severity.Advice);

    public bool IsClean => Decision == Decision.Allow;

    public Decision Decision => Findings.Count == 0 ? Decision.Allow : Findings.Max(finding => finding.Severity) switch
    {
        Severity.Block => Decision.Block,
        Severity.Review => Decision.Review,
        _ => Decision.Allow,
    };
}

/// <summary>What the findings come to.</summary>
public enum Decision
{
    /// <summary>The usual approval is enough.</summary>
    Allow,
    /// <summary>A privacy reviewer decides.</summary>
    Review,
    /// <summary>Must not go out.</summary>
    Block,
}
