using Scriban.Syntax;

namespace Recruit.Templates;

/// <summary>What reading a template's syntax tells: which facts each expression comes from, and mistakes that rendering would find only sometimes.</summary>
public sealed class TemplateFacts
{
    private readonly Dictionary<int, string> _placeholders;

    private TemplateFacts(Dictionary<int, string> placeholders, IReadOnlyList<TemplateError> errors)
        => (_placeholders, Errors) = (placeholders, errors);

    public static TemplateFacts None { get; } = new([], []);

    public IReadOnlyList<TemplateError> Errors { get; }

    /// <summary>The facts behind what a statement writes; null for the template's own words.</summary>
    public string? Placeholder(ScriptExpressionStatement statement) => _placeholders.GetValueOrDefault(statement.Span.Start.Offset);

    public static TemplateFacts Read(ScriptPage page)
    {
        var names = new FactNames();
        // Twice: a loop may use a name further up than the line that gives it its value.
        names.Learn(page);
        names.Learn(page);

        var reader = new Reader(names);
        reader.Visit(page);
        return new TemplateFacts(reader.Placeholders, reader.Errors);
    }

    private sealed class Reader(FactNames names) : ScriptVisitor
    {
        public Dictionary<int, string> Placeholders { get; } = [];
        public List<TemplateError> Errors { get; } = [];

        public override void Visit(ScriptExpressionStatement node)
        {
            var facts = names.Behind(node.Expression);
            if (facts.Count > 0)
                Placeholders[node.Span.Start.Offset] = string.Join('+', facts);
            base.Visit(node);
        }

        public override void Visit(ScriptIfStatement node)
        {
            if (FactNames.Uses(node.Condition, "keep") && (names.Behind(node.Then).Contains("link") || names.Behind(node.Else).Contains("link")))
                Errors.Add(new TemplateError(node.Span.Start.Line + 1, "The link may not stand in an optional part. Move it out of the \"if keep\"."));
            base.Visit(node);
        }
    }
}
