using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Recruit.Scheduling;

namespace Recruit.Shell;

/// <summary>
/// Finds every wrong setting at once and names its key. An options class is a class with a constant named Section; its attributes
/// and its <see cref="IValidatableObject"/> are the rules. The framework alone would stop at the first value that it cannot convert.
/// </summary>
public static class SettingsCheck
{
    public static IEnumerable<(Type Type, string Section)> Sections { get; } =
        [.. from type in typeof(SettingsCheck).Assembly.GetTypes()
            let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
            where section is { IsLiteral: true }
            select (type, (string)section.GetRawConstantValue()!)];

    public static async Task<bool> CheckSettingsAsync(this IServiceProvider services, TextWriter errors)
    {
        var mistakes = Mistakes(services.GetRequiredService<IConfiguration>()).ToList();
        if (mistakes.Count == 0)
            return true;

        await errors.WriteLineAsync(mistakes.Count == 1 ? "One setting is wrong:" : $"{mistakes.Count} settings are wrong:");
        foreach (var mistake in mistakes)
            await errors.WriteLineAsync($"  {mistake}");
        await errors.WriteLineAsync("See appsettings.example.json for every setting.");
        return false;
    }

    public static IEnumerable<string> Mistakes(IConfiguration configuration)
        => Sections.SelectMany(options => MistakesIn(configuration.GetSection(options.Section), options.Type)).Concat(SchedulingOptions.Mistakes(configuration))
            .Concat(SectionNames.Mistakes(configuration, Sections.Select(options => options.Section.Split(':')[0]))).Distinct();

    private static List<string> MistakesIn(IConfigurationSection section, Type type)
    {
        var options = Activator.CreateInstance(type)!;
        var unreadable = new HashSet<string>();
        var mistakes = new List<string>();

        foreach (var property in SettableOf(type))
            if (section.GetSection(property.Name) is var given && given.Exists())
                try
                {
                    property.SetValue(options, given.Get(property.PropertyType) ?? property.GetValue(options));
                }
                catch (InvalidOperationException)
                {
                    unreadable.Add(property.Name);
                    mistakes.Add($"{section.Path}:{property.Name} is \"{given.Value}\", but must be {Kind(property.PropertyType)}.");
                }

        mistakes.AddRange(UnknownIn(section, type));

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        mistakes.AddRange(from result in results
                          from member in result.MemberNames.DefaultIfEmpty("")
                          where !unreadable.Contains(member)
                          select Sentence(section.Path, member, result.ErrorMessage!));
        return mistakes;
    }

    public static IEnumerable<PropertyInfo> SettableOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    // A section may hold the section of another options class: Channels:X stands inside Channels.
    private static IEnumerable<string> UnknownIn(IConfigurationSection section, Type type)
    {
        var known = SettableOf(type).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from child in section.GetChildren()
               where !known.Contains(child.Key)
                   && !Sections.Any(other => (other.Section + ":").StartsWith(child.Path + ":", StringComparison.OrdinalIgnoreCase))
               select $"{child.Path} is no setting. Known here: {string.Join(", ", known)}.";
    }

    private static string Sentence(string path, string member, string message)
    {
        var key = member.Length == 0 ? path : $"{path}:{member}";
        // The framework's messages begin "The BaseUrl field ...": the key says it better.
        var rest = message.StartsWith($"The {member} field ", StringComparison.Ordinal) ? message[$"The {member} field ".Length..]
            : message.StartsWith($"The field {member} ", StringComparison.Ordinal) ? message[$"The field {member} ".Length..]
            : message;
        return $"{key} {rest.TrimEnd('.')}.";
    }

    private static string Kind(Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind == typeof(bool) ? "true or false"
            : kind.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(kind))}"
            : kind == typeof(int) || kind == typeof(long) ? "a whole number"
            : kind == typeof(TimeSpan) ? "a span of time such as 00:00:30"
            : kind == typeof(decimal) || kind == typeof(double) ? "a number"
            : kind == typeof(Uri) ? "an address"
            : "something else";
    }
}
