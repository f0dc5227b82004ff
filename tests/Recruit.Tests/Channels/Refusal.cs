using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Recruit.Tests.Channels;

/// <summary>One row of a network's error table, with an answer as its documentation or a witness shows it.</summary>
/// <param name="Outcome">The name of the publish result.</param>
/// <param name="Practice">The code by which the practice network plays it; null when it cannot.</param>
public sealed record Refusal(string Row, string Source, DateOnly Read, int Status, Dictionary<string, string>? Headers, JsonElement? Body, string Outcome, string? Practice)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string BodyText => Body switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } body => body.GetRawText(),
    };

    /// <param name="network">Folder of the channel's tests.</param>
    public static IReadOnlyList<Refusal> AllOf(string network)
        => JsonSerializer.Deserialize<List<Refusal>>(File.ReadAllText(Path.Combine(Folder(), network, "Replies", "refusals.json")), Json)!;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
