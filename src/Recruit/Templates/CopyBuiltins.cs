using Scriban;
using Scriban.Runtime;

namespace Recruit.Templates;

/// <summary>The functions that a template may call: those on text, lists and numbers, one read-only set for all renderings.</summary>
public static class CopyBuiltins
{
    // A list of what is allowed, so that a new version of the library adds nothing by itself. Left out on purpose:
    // include and eval (other texts), date (reads the clock), regex and html (patterns that can run for minutes).
    private static readonly string[] Allowed = ["array", "math", "string", "empty", "blank"];
    private static readonly string[] NotRepeatable = ["random", "uuid"];

    public static ScriptObject All { get; } = Build();

    private static ScriptObject Build()
    {
        var builtins = TemplateContext.GetDefaultBuiltinObject();
        foreach (var name in builtins.Keys.Except(Allowed).ToList())
            builtins.Remove(name);

        foreach (var name in NotRepeatable)
            ((ScriptObject)builtins["math"]!).Remove(name);

        foreach (var group in builtins.Values.OfType<ScriptObject>())
            group.IsReadOnly = true;
        builtins.IsReadOnly = true;
        return builtins;
    }
}
