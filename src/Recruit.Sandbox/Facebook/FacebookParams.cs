using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

/// <summary>Graph takes a parameter from the query, a form or a JSON body alike; objects come as JSON text.</summary>
public sealed record FacebookParams(IReadOnlyDictionary<string, string> Values, IFormFile? Source)
{
    public string? this[string name] => Values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public static FacebookParams Of(HttpContext context) =>
        context.Features.Get<FacebookParams>() ?? throw new InvalidOperationException("The parameters are read with the token.");

    public static async Task<FacebookParams> ReadAsync(HttpContext context)
    {
        var values = context.Request.Query.ToDictionary(part => part.Key, part => part.Value.ToString());
        IFormFile? source = null;
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            source = form.Files.GetFile("source");
            foreach (var (name, value) in form)
                values[name] = value.ToString();
        }
        else if (context.Request.HasJsonContentType() && await JsonBody.ReadAsync(context) is { } body)
        {
            foreach (var (name, value) in body)
                values[name] = value.Text() ?? value?.ToJsonString() ?? "";
        }

        var read = new FacebookParams(values, source);
        context.Features.Set(read);
        return read;
    }

    /// <summary>Absent means the default; anything but a boolean is null.</summary>
    public bool? Flag(string name, bool otherwise) => this[name] switch
    {
        null => otherwise,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    public JsonObject? Json(string name) => this[name] is { } text ? JsonBody.Parse(text) : null;
}
