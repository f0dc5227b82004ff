using Recruit.Sandbox;
using Recruit.Sandbox.X;

namespace Recruit.Tests.Sandbox.X;

public sealed class XTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("nurse", 5)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("看護師", 6)]
    [InlineData("\U0001F469\u200D\u2695\uFE0F", 2)]
    [InlineData("\U0001F1FA\U0001F1F8", 2)]
    [InlineData("\U0001F44D\U0001F3FD", 2)]
    [InlineData("“quoted” – and…", 16)]
    [InlineData("see https://example.org/a-very-long-address/that/counts/as/twenty-three?and=so#on", 27)]
    [InlineData("http://localhost:5080/go/abc", 23)]
    [InlineData("apply at example.org/jobs", 32)]
    [InlineData("apply at example.org.", 33)]
    [InlineData("mail jobs@example.org", 21)]
    [InlineData("Dr.Smith", 8)]
    [InlineData("https://example.org/看護", 27)]
    public void Weighs_a_text_as_X_does(string text, int expected) => XText.WeightedLength(text).ShouldBe(expected);

    [Theory]
    [InlineData("Apply (https://example.org/a_(b)).", "https://example.org/a_(b)")]
    [InlineData("Apply: http://localhost:5080/go/x1, today", "http://localhost:5080/go/x1")]
    [InlineData("https://example.org/?a=1&b=2.", "https://example.org/?a=1&b=2")]
    public void Finds_where_a_link_ends(string text, string link) => WebLinks.First(text).ShouldBe(link);

    [Fact]
    public void Finds_no_link_in_plain_words() => WebLinks.In("Full-time, 0.8 FTE. Nights/weekends at St.Mary; e.g. ICU").ShouldBeEmpty();

    [Theory]
    [InlineData("$44.10 to $58.20 an hour", 0)]
    [InlineData("$HCA and $CYH", 2)]
    public void Tells_a_price_from_a_cashtag(string text, int expected) => XText.Cashtags(text).ShouldBe(expected);
}
