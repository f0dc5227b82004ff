namespace Recruit.Sandbox.Facebook;

/// <summary>One entry of a fields parameter: name.modifier(arguments){inner,inner}.</summary>
public sealed record GraphField(string Name, string Modifiers, IReadOnlyList<GraphField> Inner)
{
    public bool HasSummary => Modifiers.Contains(".summary(", StringComparison.Ordinal) && !Modifiers.Contains(".summary(false", StringComparison.Ordinal);

    /// <summary>Null when the brackets do not match.</summary>
    public static IReadOnlyList<GraphField>? Parse(string text)
    {
        var fields = new List<GraphField>();
        foreach (var part in Split(text))
        {
            var brace = part.IndexOf('{', StringComparison.Ordinal);
            var head = brace < 0 ? part : part[..brace];
            if (brace >= 0 && !part.EndsWith('}') || head.Count(c => c == '(') != head.Count(c => c == ')'))
                return null;

            IReadOnlyList<GraphField> inner = [];
            if (brace >= 0)
            {
                if (Parse(part[(brace + 1)..^1]) is not { } parsed)
                    return null;
                inner = parsed;
            }

            var dot = head.IndexOf('.', StringComparison.Ordinal);
            fields.Add(new GraphField((dot < 0 ? head : head[..dot]).Trim(), dot < 0 ? "" : head[dot..], inner));
        }

        return fields;
    }

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var place = 0; place < text.Length; place++)
        {
            depth += text[place] switch { '(' or '{' => 1, ')' or '}' => -1, _ => 0 };
            if (text[place] != ',' || depth != 0) continue;
            parts.Add(text[start..place]);
            start = place + 1;
        }

        parts.Add(text[start..]);
        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }
}
