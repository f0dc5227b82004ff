using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

public sealed class TextNormalizerTests
{
    private static readonly Concern Any = new("X", Severity.Block, "", "");

    [Theory]
    [InlineData("ＭＲＮ ７７１２", "MRN 7712")]
    [InlineData("M\u200bR\u00adN", "MRN")]
    [InlineData("МRN", "MRN")]
    [InlineData("٢١٩-٠٩", "219-09")]
    [InlineData("𝟐𝟏𝟗", "219")]
    [InlineData("2l9-O9-8765", "219-09-8765")]
    [InlineData("219–09‑8765", "219-09-8765")]
    [InlineData("jobs (at) valley [dot] example", "jobs@valley.example")]
    [InlineData("MR\\#551029", "MR#551029")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("Ill at ease", "Ill at ease")]
    public void What_hides_words_is_undone(string original, string plain) =>
        TextNormalizer.Normalize("text", original).Text.ShouldBe(plain);

    [Theory]
    [InlineData("see ＭＲＮ ７７１２ now", "MRN 7712", "ＭＲＮ ７７１２")]
    [InlineData("see M\u200bRN now", "MRN", "M\u200bRN")]
    [InlineData("😀 write jobs (at) valley.example now", "jobs@valley.example", "jobs (at) valley.example")]
    [InlineData("see cafe\u0301 now", "café", "cafe\u0301")]
    [InlineData("ﷺ then ﬁne", "fine", "ﬁne")]
    public void A_finding_points_to_where_the_author_wrote_it(string original, string plainWords, string authorsWords)
    {
        var plain = TextNormalizer.Normalize("text", original);

        var finding = plain.At(Any, plain.Text.IndexOf(plainWords, StringComparison.Ordinal), plainWords.Length);

        finding.Words(original).ShouldBe(authorsWords);
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("a\udc00b")]
    [InlineData("")]
    public void Broken_characters_do_not_throw(string original) =>
        Should.NotThrow(() => TextNormalizer.Normalize("text", original));
}
