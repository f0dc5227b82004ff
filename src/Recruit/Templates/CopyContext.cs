using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Recruit.Templates;

/// <summary>One rendering in the sandbox: limits that stop any template, and a note of where each fact lands.</summary>
public sealed class CopyContext : TemplateContext
{
    private const int MaxText = 16_384;
    private const int MaxSteps = 20_000;

    private readonly StringBuilder _text = new();
    private readonly StringBuilderOutput _root;
    private readonly ScriptObject _own = [];
    private readonly List<CopySpan> _spans = [];
    private readonly TemplateFacts _facts;
    private int _steps;
    private ScriptNode? _evaluated;

    private CopyContext(TemplateFacts facts, CopyModel model, OptionalParts parts, CancellationToken stop) : base(CopyBuiltins.All)
    {
        _facts = facts;
        _root = new StringBuilderOutput(_text);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        MemberFilter = _ => false;
        AutoIndent = false;
        LoopLimit = 500;
        RecursiveLimit = 20;
        LimitToString = MaxText;
        OutputLimit = MaxText;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromMilliseconds(10);
        CancellationToken = stop;

        model.PutInto(_own);
        _own.SetValue("keep", DelegateCustomFunction.CreateFunc<int, bool>(parts.Keep), readOnly: true);
        PushGlobal(_own);
        PushOutput(_root);
    }

    /// <exception cref="ScriptRuntimeException">The template has a mistake or ran into a limit.</exception>
    public static RawCopy Run(Template template, TemplateFacts facts, CopyModel model, OptionalParts parts, CancellationToken stop)
    {
        var context = new CopyContext(facts, model, parts, stop);
        var text = template.Render(context);
        return new RawCopy(text, context._spans, context.Own("card_title"), context.Own("card_description"));
    }

    // Counting steps and sizes stops at the same place on every machine. The token alone would not do:
    // a text that doubles itself sixty times takes no loop, and no limit of the library sees it.
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++_steps > MaxSteps)
            throw new ScriptRuntimeException(CurrentSpan, "The template does too much work. Look for a loop or a function that repeats itself.");

        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is string { Length: > MaxText })
            throw new ScriptRuntimeException(CurrentSpan, "The template builds a text that no network would take.");
        _evaluated = scriptNode;
        return value;
    }

    // The span that comes with a value is that of the block around it; the statement is the last node evaluated.
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        var start = _text.Length;
        base.Write(span, textAsObject!);
        if (Output == _root && _text.Length > start && _evaluated is ScriptExpressionStatement statement && _facts.Placeholder(statement) is { } placeholder)
            _spans.Add(new CopySpan(placeholder, start, _text.Length - start));
        return this;
    }

    private string? Own(string name) => FactText.Clean(_own.TryGetValue(name, out var value) ? value as string : null);
}

/// <summary>What a template wrote, before tidying.</summary>
public sealed record RawCopy(string Text, IReadOnlyList<CopySpan> Spans, string? CardTitle, string? CardDescription);
