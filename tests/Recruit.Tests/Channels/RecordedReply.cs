using System.Runtime.CompilerServices;
using System.Text.Json;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels;

/// <summary>An answer of a network as its documentation or a witness shows it; the file says which, and when it was read.</summary>
public sealed record RecordedReply(string Source, DateOnly Read, int Status, Dictionary<string, string>? Headers, JsonElement? Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string BodyText => Body switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } body => body.GetRawText(),
    };

    /// <param name="name">Network and file, for example "X/created".</param>
    public static RecordedReply Load(string name)
    {
        var parts = name.Split('/');
        var file = Path.Combine(Folder(), parts[0], "Replies", parts[1] + ".json");
        var reply = JsonSerializer.Deserialize<RecordedReply>(File.ReadAllText(file), Json)!;
        return reply.Source.StartsWith("https://", StringComparison.Ordinal) && reply.Read > default(DateOnly)
            ? reply
            : throw new InvalidOperationException($"{file} does not say where its answer comes from, and when that was read.");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

public static class RecordedReplies
{
    public static void Answer(this FakeNetwork network, HttpMethod method, string path, RecordedReply reply)
        => network.Answer(method, path, reply.Status, reply.BodyText, reply.Headers);
}
