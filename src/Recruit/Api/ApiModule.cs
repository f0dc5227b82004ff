using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Recruit.Shell;

namespace Recruit.Api;

/// <summary>What all endpoints of the API share; the endpoints themselves live in their features.</summary>
public static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MakeApiKey>();
        builder.Services.AddSingleton<WrongKeys>();
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.Converters.Add(new InstantJson());
        });
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
    }

    public static void UseApi(this IApplicationBuilder app)
        => app.UseWhen(context => context.Request.Path.StartsWithSegments(Urls.Api), api => api.UseMiddleware<ApiErrors>());

    /// <summary>The root that features map their endpoints below. Only a key opens it: a cookie that a browser sends along does not.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Urls.ApiDocument("{documentName}")).AllowAnonymous();
        return routes.MapGroup(Urls.Api)
            .RequireAuthorization(new AuthorizationPolicyBuilder(ApiKeyAuthentication.SchemeName).RequireAuthenticatedUser().Build())
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .DisableAntiforgery();
    }
}
