using System.Text.RegularExpressions;
using Recruit.Channels;

namespace Recruit.Templates;

/// <summary>What to tell the person whose template or facts do not work.</summary>
public static partial class TemplateWords
{
    /// <summary>Says in our words the mistakes that people make most; the library's own sentence for the rest.</summary>
    public static string Reason(string message)
    {
        if (UnknownName().Match(message) is { Success: true } unknown)
            return $"There is nothing called \"{unknown.Groups["name"].Value}\". The names to use are in templates/README.md.";

        if (message.Contains("limit", StringComparison.OrdinalIgnoreCase) && message.StartsWith("Exceeding", StringComparison.Ordinal))
            return "The template repeats too often. Look for a loop or a function that repeats itself.";

        if (message.Contains("readonly", StringComparison.OrdinalIgnoreCase))
            return "A template cannot change a fact. Choose another name for your own value.";

        return message;
    }

    public static string TooLong(Copy copy, PostLimits limits)
    {
        var over = limits.Measure(copy.Text) - limits.MaxLength;
        var longest = copy.Spans.Where(span => span.Placeholder != "link").MaxBy(span => span.Length);
        return $"With every optional part left out it is still {over} {limits.Unit} too long. Shorten {Name(longest)}.";
    }

    private static string Name(CopySpan? span) => span?.Placeholder.Split('.', '+') switch
    {
        ["vacancy", var fact] => $"the vacancy's {fact.Replace('_', ' ')}",
        ["facility", "short_name"] => "the facility's short name",
        ["facility", var fact] => $"the facility's {fact.Replace('_', ' ')}",
        ["vacancies", ..] => "the list of openings",
        _ => "the words of the template",
    };

    [GeneratedRegex(@"member with name (?<name>\w+)|variable or function `(?<name>[^`]+)`|function `(?<name>[^`]+)` was not found", RegexOptions.IgnoreCase)]
    private static partial Regex UnknownName();
}
