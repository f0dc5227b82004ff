using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Recruit.Api;

/// <summary>The body is no JSON of the expected shape; the message says where.</summary>
public sealed class UnreadableException(string message) : Exception(message);

/// <summary>A JSON body. What is read by the framework alone is refused without a sentence.</summary>
public sealed partial record Body<T>(T Value) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
#pragma warning disable CA1000 // The framework calls them by the closed type.
    /// <returns>Null when there is no body at all.</returns>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } || context.Request.ContentLength == 0)
            return null;

        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted) is { } value
                ? new Body<T>(value)
                : throw new UnreadableException("The body is null. Send a JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new UnreadableException(Sentence(wrong));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
        => builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T),
            isOptional: new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable));
#pragma warning restore CA1000

    // The framework's words name our types; people want the member.
    private static string Sentence(JsonException wrong)
    {
        if (wrong is InstantException)
            return $"{Place(wrong)}: {wrong.Message}";
        if (Unknown().Match(wrong.Message) is { Success: true } unknown)
            return $"There is no member \"{unknown.Groups[1].Value}\" here. Correct its name or leave it out; /openapi/v1.json names all.";
        if (wrong.Path is null or "$")
            return "The body is no JSON object of the expected shape. Check its commas, quotes and brackets.";
        return $"{Place(wrong)} cannot be read. Check the kind of its value; /openapi/v1.json shows it.";
    }

    private static string Place(JsonException wrong) => wrong.Path is { Length: > 2 } path ? path[2..] : "The body";

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unknown();
}
