using Ganss.Xss;
using Markdig;
using Markdig.Syntax;

namespace Recruit.Vacancies;

/// <summary>Markdown written by staff or imported, as HTML that can do no harm: no scripts, no images, nothing fetched from elsewhere.</summary>
public static class SafeMarkdown
{
    // Wherever it is shown, the section above it is headed by an h2.
    private const int FirstLevel = 3;
    private const int LastLevel = 6;

    // Escaping HTML is not enough: Markdown's own links may still carry javascript:, so that a sanitizer has the last word.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(["p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "table", "thead", "tbody", "tr", "th", "td"]),
        AllowedAttributes = new HashSet<string>(["href", "start"]),
        AllowedSchemes = new HashSet<string>(["https", "http", "mailto", "tel"]),
        UriAttributes = new HashSet<string>(["href"]),
    });

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        if (headings.Count > 0)
        {
            var shift = FirstLevel - headings.Min(heading => heading.Level);
            headings.ForEach(heading => heading.Level = Math.Clamp(heading.Level + shift, FirstLevel, LastLevel));
        }

        return Sanitizer.Sanitize(document.ToHtml(Pipeline)).Trim();
    }
}
