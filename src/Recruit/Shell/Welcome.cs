using Microsoft.Extensions.Options;
using Recruit.Channels;
using Recruit.Staff;

namespace Recruit.Shell;

/// <summary>The few lines that a start prints: where everything is, and how to get in the first time.</summary>
public sealed partial class Welcome(
    IServiceScopeFactory scopes, IHostEnvironment environment, IOptions<KeyProtectionOptions> keys, IOptions<PracticeOptions> practice, ILogger<Welcome> log)
{
    public async Task PrintAsync(IEnumerable<string> addresses, TextWriter console, CancellationToken ct = default)
    {
        if (KeyProtection.IsMissing(environment, keys.Value))
            Log.KeysUnprotected(log, $"{KeyProtectionOptions.Section}:{nameof(KeyProtectionOptions.CertificatePath)}");

        // Nothing listens when tests host the app, so there is nothing to say.
        if (addresses.FirstOrDefault() is not { } listening)
            return;

        var address = ListeningAddress.Reachable(listening) ?? listening;
        await console.WriteLineAsync($"Admin      {address}{Urls.Home}");
        await console.WriteLineAsync($"Jobs site  {address}{Urls.Jobs}");
        if (practice.Value.IsOn(environment))
            await console.WriteLineAsync($"Practice   http://localhost:{practice.Value.Port}");

        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().MakeCodeAsync(ct) is { } code)
            await console.WriteLineAsync($"There is no administrator yet. Make the first one here, once:\n  {address}{Urls.FirstAdministrator(code)}");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The keys that protect the accounts' secrets stand unwrapped in the database. Set {Key} to a certificate")]
        public static partial void KeysUnprotected(ILogger logger, string key);
    }
}
