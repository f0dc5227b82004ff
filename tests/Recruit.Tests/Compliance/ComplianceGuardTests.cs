using Microsoft.Extensions.Time.Testing;
using Microsoft.Extensions.Logging;
using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance;

public sealed class ComplianceGuardTests
{
    private const string Secret = "MRN 7712309";

    [Fact]
    public void An_ordinary_vacancy_is_clean() =>
        Guards.Real().Check(Drafts.Of("RN, Telemetry, nights, $38.50 - $56.20 an hour. Apply by December 18, 2026.")).Findings.ShouldBeEmpty();

    [Fact]
    public void Alt_text_is_checked_like_the_text()
    {
        var finding = Guards.Real().Check(Drafts.Of("RN, nights", altTexts: $"A screen that shows {Secret}")).Findings.ShouldHaveSingleItem();

        finding.Place.ShouldBe("alt text");
        finding.Start.ShouldBe(20);
    }

    [Fact]
    public void A_rule_that_breaks_blocks_and_the_others_still_speak()
    {
        var verdict = Guards.Of([new BrokenRule(), new RecordNumberRule()]).Check(Drafts.Of(Secret));

        verdict.IsClean.ShouldBeFalse();
        verdict.Findings.Select(finding => finding.Rule).ShouldBe(["HIP-3", "HIP-H"]);
    }

    [Fact]
    public void A_rule_that_breaks_halfway_blocks() =>
        Guards.Of([new HalfBrokenRule()]).Check(Drafts.Of("RN")).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);

    [Fact]
    public void A_guard_without_rules_blocks() => Guards.Of([]).Check(Drafts.Of("RN")).IsClean.ShouldBeFalse();

    [Theory]
    [InlineData("a", 10_001)]
    [InlineData("ﷺ", 1_000)]
    public void A_text_too_long_to_check_blocks(string piece, int times) =>
        Guards.Real().Check(Drafts.Of(string.Concat(Enumerable.Repeat(piece, times)))).Findings.ShouldHaveSingleItem().Rule.ShouldBe("HIP-3");

    [Fact]
    public void Neither_log_nor_finding_holds_the_matched_words()
    {
        var log = new RecordingLog();

        var verdict = Guards.Of([new BrokenRule(), .. ComplianceModule.Rules()], log).Check(Drafts.Of($"{Secret} went home, Mr. Grady."));

        log.Lines.ShouldHaveSingleItem().ShouldContain(nameof(BrokenRule));
        log.Lines[0].ShouldNotContain("7712309");
        verdict.Findings.ShouldAllBe(finding => !finding.ToString().Contains("7712309") && !finding.ToString().Contains("Grady"));
    }

    [Fact]
    public void A_block_is_kept_when_many_reviews_stand_before_it()
    {
        var text = string.Concat(Enumerable.Repeat("Ask Ms. Moreno for details.\n", 30)) + "Mr. Grady went home after 19 days.";

        Guards.Real().Check(Drafts.Of(text)).Findings.ShouldContain(finding => finding.Rule == "HIP-A" && finding.Severity == Severity.Block);
    }

    [Fact]
    public void Random_letters_of_our_own_link_are_no_number_and_others_are()
    {
        const string link = "https://jobs.hospital.test/go/mrn4892277";
        var facts = DraftFacts.None with { LinkCode = "mrn4892277" };

        Guards.Real().Check(Drafts.Of($"RN, nights. {link}", facts, link)).Findings.ShouldBeEmpty();
        Guards.Real().Check(Drafts.Of($"MRN 4892277, nights. {link}", facts, link)).IsClean.ShouldBeFalse();
    }

    // What the guard remembers must be remembered for this draft alone.
    [Fact]
    public void A_verdict_holds_for_the_same_draft_on_the_same_day_only()
    {
        var time = new FakeTimeProvider(Drafts.Now);
        var rule = new CountingRule();
        using var guard = new ComplianceGuard([rule], time, new RecordingLog());
        var draft = Drafts.Of("RN, nights", DraftFacts.None with { ClosesAt = Drafts.Now.AddHours(1) });
        var paper = new PatientAuthorization("valid", ["name"], ["x"], "2027-01-01", "2026-01-01", "recruitment", "");

        Draft[] others =
        [
            draft with { Text = "RN, days" }, draft with { Channel = new("facebook") }, draft with { Link = "https://a.test" }, draft with { AltTexts = ["A nurse"] },
            draft with { Limits = new(1, 2, "bytes") }, draft with { Facts = draft.Facts with { EmployerWords = ["Cedar"] } }, draft with { Facts = draft.Facts with { LinkRequired = true } },
            draft with { Facts = draft.Facts with { Pay = new(1, 2, "hour", "USD") } }, draft with { Surface = Surface.Praise }, draft with { State = "MN" },
            draft with { Authorization = paper }, draft with { Authorization = paper with { Scope = ["town"] } }, draft with { On = new DateOnly(2026, 12, 1) },
        ];
        foreach (var one in others.Prepend(draft))
        {
            var before = rule.Asked;
            guard.Check(one);
            guard.Check(one with { });
            rule.Asked.ShouldBe(before + 1, one.ToString());
        }

        time.Advance(TimeSpan.FromHours(1));
        guard.Check(draft);
        rule.Asked.ShouldBe(others.Length + 2, "It has closed.");
        time.Advance(TimeSpan.FromDays(1));
        guard.Check(draft);
        rule.Asked.ShouldBe(others.Length + 3, "Another day.");
    }

    private sealed class CountingRule : IComplianceRule
    {
        public int Asked { get; private set; }

        public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
        {
            Asked++;
            return [];
        }
    }

    private sealed class BrokenRule : IComplianceRule
    {
        public IEnumerable<Finding> Check(DraftReading reading, DateOnly today) => throw new InvalidOperationException(reading.Draft.Text);
    }

    private sealed class HalfBrokenRule : IComplianceRule
    {
        public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
        {
            yield return new Concern("X", Severity.Advice, "", "").About("text");
            throw new InvalidOperationException("Broken on purpose.");
        }
    }

    private sealed class RecordingLog : ILogger<ComplianceGuard>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
