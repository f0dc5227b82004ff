using Scriban.Syntax;

namespace Recruit.Templates;

/// <summary>Follows the names inside a template back to the facts they hold: loop variables, assignments, captures.</summary>
public sealed class FactNames
{
    private readonly Dictionary<string, SortedSet<string>> _own = [];

    public void Learn(ScriptNode page) => new Learner(this).Visit(page);

    /// <summary>All facts that an expression or a block takes its words from.</summary>
    public IReadOnlySet<string> Behind(ScriptNode? node)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        if (node is not null)
            Collect(node, facts);
        return facts;
    }

    public static bool Uses(ScriptNode? node, string name)
        => node is ScriptVariableGlobal variable && variable.Name == name || node is not null && Children(node).Any(child => Uses(child, name));

    private void Collect(ScriptNode node, SortedSet<string> facts)
    {
        switch (node)
        {
            case ScriptMemberExpression { Member: { } member } path:
                foreach (var owner in Behind(path.Target))
                    facts.Add($"{owner}.{member.Name}");
                break;
            // The index chooses among the facts and is not one of them.
            case ScriptIndexerExpression indexer:
                facts.UnionWith(Behind(indexer.Target));
                break;
            case ScriptIfStatement choice:
                facts.UnionWith(Behind(choice.Then));
                facts.UnionWith(Behind(choice.Else));
                break;
            case ScriptVariable variable when _own.TryGetValue(variable.Name, out var behind):
                facts.UnionWith(behind);
                break;
            case ScriptVariable variable when CopyModel.Roots.Contains(variable.Name):
                facts.Add(variable.Name);
                break;
            default:
                foreach (var child in Children(node))
                    Collect(child, facts);
                break;
        }
    }

    private static IEnumerable<ScriptNode> Children(ScriptNode node)
        => Enumerable.Range(0, node.ChildrenCount).Select(node.GetChildren).OfType<ScriptNode>();

    private sealed class Learner(FactNames names) : ScriptVisitor
    {
        public override void Visit(ScriptAssignExpression node) => Note(node.Target, node.Value, () => base.Visit(node));

        public override void Visit(ScriptCaptureStatement node) => Note(node.Target, node.Body, () => base.Visit(node));

        public override void Visit(ScriptForStatement node) => Note(node.Variable, node.Iterator, () => base.Visit(node));

        private void Note(ScriptNode? target, ScriptNode? value, Action goOn)
        {
            if (target is ScriptVariable variable)
            {
                var behind = names.Behind(value);
                (names._own.TryGetValue(variable.Name, out var known) ? known : names._own[variable.Name] = []).UnionWith(behind);
            }

            goOn();
        }
    }
}
