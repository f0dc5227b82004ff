using Recruit.Channels;
using Scriban.Syntax;

namespace Recruit.Templates;

/// <summary>Renders once, and when the network would not take it, again without the optional parts, the highest level first.</summary>
public static class CopyRenderer
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(500);

    public static Rendering Render(CopyTemplate template, CopyModel model, PostLimits limits)
    {
        if (template.Errors.Count > 0)
            return new Rendering.Failed(template.Path, template.Errors[0].Line, template.Errors[0].Reason);

        // A second go, because a busy machine can take its time away from an honest template, and the first rendering
        // of a process compiles the library. What is hostile ends at the counted limits or is stopped twice.
        return Try(template, model, limits) ?? Try(template, model, limits)
            ?? new Rendering.Failed(template.Path, 0, "The template takes too long. Look for a loop or a function that repeats itself.");
    }

    private static Rendering? Try(CopyTemplate template, CopyModel model, PostLimits limits)
    {
        using var stop = new CancellationTokenSource(TimeLimit);
        try
        {
            return Fit(template, model, limits, stop.Token);
        }
        catch (ScriptAbortException)
        {
            return null;
        }
        catch (ScriptRuntimeException mistake)
        {
            return new Rendering.Failed(template.Path, mistake.Span.Start.Line + 1, TemplateWords.Reason(mistake.OriginalMessage));
        }
    }

    private static Rendering Fit(CopyTemplate template, CopyModel model, PostLimits limits, CancellationToken stop)
    {
        var dropped = new List<int>();
        var parts = new OptionalParts();
        while (true)
        {
            var raw = CopyContext.Run(template.Parsed!, template.Facts, model, parts, stop);
            var (text, spans) = CopyTidy.Tidy(raw.Text, raw.Spans);
            var usesLink = spans.Any(span => span.Placeholder.Split('+').Contains("link"));
            var copy = new Copy(text, raw.CardTitle, raw.CardDescription, usesLink || raw.CardTitle is not null, spans, dropped);
            if (limits.Fits(text))
                return Check(template, copy, usesLink, model, limits);

            if (parts.Next is not { } level)
                return new Rendering.Failed(template.Path, 0, TemplateWords.TooLong(copy, limits));

            dropped.Add(level);
            parts = new OptionalParts(level - 1);
        }
    }

    private static Rendering Check(CopyTemplate template, Copy copy, bool usesLink, CopyModel model, PostLimits limits)
    {
        if (copy.Text.Length == 0)
            return new Rendering.Failed(template.Path, 0, "The template gives no words. Write some that do not depend on a missing fact.");

        if (copy.LinkRequired && (usesLink || limits.LinkStandsInText) && !copy.Text.Contains(model.Link, StringComparison.Ordinal))
            return new Rendering.Failed(template.Path, 0, "The link does not stand whole in the words. Write {{ link }} outside of every optional part.");

        return new Rendering.Rendered(copy);
    }
}
