using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Recruit.Shell;

namespace Recruit.Api;

/// <summary>What /openapi/v1.json says beyond the endpoints' own signatures.</summary>
public static class ApiDocument
{
    public const string Name = "v1";

    private const string SchemeName = "key";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith(Urls.Api + "/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Recruit",
                Version = Name,
                Description = "Vacancies, their broadcasts, and the deliveries that come of them. A key has the rights of its owner, and nobody approves what they wrote: sending takes the keys of two people. "
                    + "Instants carry their zone. Refusals are application/problem+json; their detail says what to do.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key made under Settings, API keys, or with the command key add.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
