using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Recruit.Deliveries;

namespace Recruit.Shell.Telemetry;

/// <summary>What monitoring asks: is it alive, is it ready, and how do the lanes run. Nothing is collected unless somebody wants it.</summary>
public static class TelemetryModule
{
    private const string Ready = "ready";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: [Ready]);

        var section = builder.Configuration.GetSection(TelemetryOptions.Section);
        var prometheus = bool.TryParse(section[nameof(TelemetryOptions.Prometheus)], out var on) && on;
        var collector = Uri.TryCreate(section[nameof(TelemetryOptions.OtlpEndpoint)], UriKind.Absolute, out var address) ? address : null;
        if (!prometheus && collector is null)
            return;

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("recruit"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(DeliveryMetrics.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime");
                if (prometheus)
                    metrics.AddPrometheusExporter();
                if (collector is not null)
                    metrics.AddOtlpExporter(otlp => otlp.Endpoint = collector);
            });
        if (collector is not null)
            telemetry.WithTracing(traces => traces.AddSource(DeliveryMetrics.Name).AddOtlpExporter(otlp => otlp.Endpoint = collector));
    }

    public static void MapTelemetry(this WebApplication app)
    {
        app.MapHealthChecks(Urls.Alive, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Urls.Ready, new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();

        var options = app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        if (!options.Prometheus)
            return;
        if (options.PrometheusKey.Length > 0)
            app.UseWhen(context => context.Request.Path.StartsWithSegments(Urls.Metrics), metrics => metrics.Use((context, next) => AskForKeyAsync(context, next, options.PrometheusKey)));
        app.MapPrometheusScrapingEndpoint(Urls.Metrics).AllowAnonymous();
    }

    private static Task AskForKeyAsync(HttpContext context, RequestDelegate next, string key)
    {
        var given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {key}")))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsync("Send Telemetry:PrometheusKey in the header Authorization: Bearer KEY.");
    }
}
