using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[apply](javascript:alert(1))")]
    [InlineData("![x](https://tracker.example/pixel.gif)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    public void Nothing_that_runs_or_fetches_comes_through(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("href=\"javascript");
        html.ShouldNotContain("href=\"data:");
    }

    [Theory]
    [InlineData("# Duties\n\n## Nights", "<h3>Duties</h3>\n<h4>Nights</h4>")]
    [InlineData("### Duties", "<h3>Duties</h3>")]
    public void Headings_stand_below_the_heading_of_their_section(string markdown, string html) => SafeMarkdown.ToHtml(markdown).ShouldBe(html);

    [Fact]
    public void Lists_and_links_stay() => SafeMarkdown.ToHtml("- [benefits](https://example.org/b)")
        .ShouldBe("<ul>\n<li><a href=\"https://example.org/b\">benefits</a></li>\n</ul>");
}
