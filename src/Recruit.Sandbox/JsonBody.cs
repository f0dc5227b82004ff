using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox;

public static class JsonBody
{
    public static async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return Parse(await reader.ReadToEndAsync(context.RequestAborted));
    }

    /// <summary>Null when the text is not one JSON object.</summary>
    public static JsonObject? Parse(string text)
    {
        try
        {
            var body = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;

            // Half a surrogate pair passes the parser and fails whoever reads the string later, so it is looked for here.
            _ = body?.ToJsonString();
            return body;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static JsonElement? Element(this JsonNode? node) => node is null ? null : JsonSerializer.SerializeToElement(node);
}
