using Recruit.Channels;
using Scriban;
using Scriban.Parsing;

namespace Recruit.Templates;

/// <summary>One template file, read and parsed. A broken one is still a template: its errors are shown to the person.</summary>
public sealed class CopyTemplate
{
    private CopyTemplate(ChannelKey channel, Moment moment, string path, Template? parsed, TemplateFacts facts, IReadOnlyList<TemplateError> errors)
    {
        (Channel, Moment, Path, Parsed, Facts, Errors) = (channel, moment, path, parsed, facts, errors);
    }

    public ChannelKey Channel { get; }
    public Moment Moment { get; }

    /// <summary>Below the templates folder: "x/announce.scriban".</summary>
    public string Path { get; }
    public IReadOnlyList<TemplateError> Errors { get; }

    internal Template? Parsed { get; }
    internal TemplateFacts Facts { get; }

    /// <param name="variant">From 1; the first has no number in its name.</param>
    public static string PathOf(ChannelKey channel, Moment moment, int variant = 1)
        => $"{channel}/{moment.FileName()}{(variant == 1 ? "" : $".{variant}")}.scriban";

    public static CopyTemplate Parse(ChannelKey channel, Moment moment, int variant, string text)
    {
        var path = PathOf(channel, moment, variant);
        var parsed = Template.Parse(text, path, new ParserOptions { ExpressionDepthLimit = 100 });
        if (parsed.HasErrors)
        {
            var errors = parsed.Messages.Where(message => message.Type == ParserMessageType.Error)
                .Select(message => new TemplateError(message.Span.Start.Line + 1, message.Message)).ToList();
            return new CopyTemplate(channel, moment, path, null, TemplateFacts.None, errors);
        }

        var facts = TemplateFacts.Read(parsed.Page!);
        return new CopyTemplate(channel, moment, path, parsed, facts, facts.Errors);
    }

    public static CopyTemplate Unreadable(ChannelKey channel, Moment moment, int variant, string reason)
        => new(channel, moment, PathOf(channel, moment, variant), null, TemplateFacts.None, [new TemplateError(0, reason)]);
}

/// <param name="Line">From 1; 0 when it is about the whole file.</param>
public sealed record TemplateError(int Line, string Reason);
