using System.Text.Json;
using Recruit.Compliance.Words;

namespace Recruit.Compliance.Rules;

/// <summary>AGE, SEX, RACE, CIT, DIS, FAM, CRIM, EV, PRIV: words by which an advertisement turns people away.</summary>
// Each rule names its law in Words/ad-wording.json, which a person without a compiler can read and change; read 2026-11-24.
public sealed class AdWordingRule : IComplianceRule
{
    private const int Around = 45;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private static readonly Wording[] Wordings =
        [.. JsonSerializer.Deserialize<Pack>(WordList.Text("ad-wording.json"), Json)!.Rules.SelectMany(entry => entry.Cases.Select(one => new Wording(entry, one)))];

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today) =>
        (from text in reading.Texts
         from wording in Wordings
         from found in wording.In(text)
         select text.At(wording.Concern, found.Start, found.Length)).Distinct();

    private sealed record Pack(string Owner, string Read, string ReviewBy, Entry[] Rules);

    /// <param name="Everywhere">Words that, anywhere in the text, take the finding back.</param>
    private sealed record Entry(string Id, Severity Severity, string Basis, string Reason, string Advice, Case[] Cases, string[]? Everywhere = null);

    /// <param name="Unless">Words that take the finding back when they stand close by.</param>
    private sealed record Case(string[] Terms, string[]? Unless = null);

    private sealed class Wording(Entry entry, Case one)
    {
        private readonly GuardPattern _terms = Whole(one.Terms)!;
        private readonly GuardPattern? _unless = Whole(one.Unless);
        private readonly GuardPattern? _everywhere = Whole(entry.Everywhere);

        public Concern Concern { get; } = new(entry.Id, entry.Severity, entry.Reason, entry.Advice);

        public IEnumerable<MatchSpan> In(PlainText text) =>
            _everywhere?.IsMatch(text.Text) == true
                ? []
                : _terms.In(text.Text).Where(span => _unless?.IsMatch(text.Around(span, Around, Around)) != true);

        private static GuardPattern? Whole(string[]? phrases) =>
            phrases is null ? null : GuardPattern.Of($@"\b(?:{string.Join('|', phrases.Select(phrase => phrase.Replace(" ?", @"\s{0,3}", StringComparison.Ordinal).Replace(" ", @"\s{1,3}", StringComparison.Ordinal)))})(?:\b|$)");
    }
}
