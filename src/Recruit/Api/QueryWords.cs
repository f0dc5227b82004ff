using System.Text.Json;

namespace Recruit.Api;

/// <summary>Values in an address, read as in a body: names in any case, instants with their zone.</summary>
public static class QueryWords
{
    /// <summary>Nobody turns as many pages, and their rows can still be counted.</summary>
    public const int LastPage = 1_000_000;

    /// <param name="text">"draft", or several: "draft,open". Null or empty: none.</param>
    /// <exception cref="UnreadableException">One of them is not known.</exception>
    public static IReadOnlyList<T> Read<T>(string member, string? text) where T : struct, Enum
        => [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => One<T>(member, word))];

    /// <exception cref="UnreadableException">It is no instant with a zone.</exception>
    public static DateTimeOffset? ReadInstant(string member, string? text) => string.IsNullOrWhiteSpace(text) ? null
        // In an address a plus sign that was not escaped arrives as a blank.
        : InstantJson.TryRead(text.Replace(' ', '+'), out var instant) ? instant
        : throw new UnreadableException($"{member} must be an instant with its zone, for example 2026-12-01T15:00:00Z.");

    private static T One<T>(string member, string word) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Name(value!.Value).Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? throw new UnreadableException($"{member} cannot be \"{word}\". Choose from {string.Join(", ", Enum.GetValues<T>().Select(Name))}.");

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
