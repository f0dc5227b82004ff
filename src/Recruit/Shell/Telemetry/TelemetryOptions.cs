using System.ComponentModel.DataAnnotations;

namespace Recruit.Shell.Telemetry;

public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Whether /metrics answers in Prometheus' format.</summary>
    public bool Prometheus { get; set; }

    /// <summary>What a scraper sends as Authorization: Bearer; empty: /metrics is open to whoever reaches the port.</summary>
    public string PrometheusKey { get; set; } = "";

    /// <summary>A collector that takes metrics and traces over OTLP; empty: nothing is sent.</summary>
    [RegularExpression("^$|^https?://.+", ErrorMessage = "must be an address that begins with https:// or http://, or empty")]
    public string OtlpEndpoint { get; set; } = "";
}
