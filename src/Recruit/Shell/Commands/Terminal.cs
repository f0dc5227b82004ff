namespace Recruit.Shell.Commands;

/// <summary>Where a command reads and writes; tests hand in their own.</summary>
public sealed record Terminal(TextReader In, bool InIsRedirected, TextWriter Out, TextWriter Error)
{
    public Terminal() : this(Console.In, Console.IsInputRedirected, Console.Out, Console.Error)
    {
    }

    /// <summary>What was piped in, or null when a person sits at the keyboard or nothing came.</summary>
    public async Task<string?> PipedAsync(CancellationToken ct)
    {
        var text = InIsRedirected ? (await In.ReadToEndAsync(ct)).TrimEnd('\r', '\n') : "";
        return text.Length == 0 ? null : text;
    }
}
