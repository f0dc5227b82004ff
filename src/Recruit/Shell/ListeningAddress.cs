namespace Recruit.Shell;

/// <summary>Where the app listens, as an address that a browser on this machine can open.</summary>
public static class ListeningAddress
{
    /// <summary>Of the settings "urls" and "http_ports"; null when they name nothing that can be opened.</summary>
    public static string? Of(IConfiguration configuration)
    {
        var given = configuration["urls"] is { Length: > 0 } urls ? First(urls)
            : configuration["http_ports"] is { Length: > 0 } ports ? $"http://localhost:{First(ports)}"
            : null;
        // Port 0 is known only once it listens.
        return given is not null && Reachable(given) is { } address && new Uri(address).Port > 0 ? address : null;
    }

    /// <summary>"http://[::]:80" and "http://*:80" listen everywhere but cannot be opened.</summary>
    public static string? Reachable(string address)
    {
        var named = address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
        if (!Uri.TryCreate(named, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https"))
            return null;

        var reachable = place.Host is "[::]" or "0.0.0.0" ? new UriBuilder(place) { Host = "localhost" }.Uri : place;
        return reachable.GetLeftPart(UriPartial.Authority);
    }

    private static string First(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
}
