using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

/// <summary>
/// Runs one command on the same settings, database and services as the web app. The app is built and never started: no port is opened,
/// no clock job runs, no practice network stands up.
/// </summary>
public sealed class CommandDesk(Terminal terminal, Func<WebApplication> build)
{
    public Terminal Terminal => terminal;

    public async Task<int> RunAsync(Func<IServiceProvider, Task> act, CancellationToken ct)
    {
        await using var app = Start.BuildOrSay(build, terminal.Error);
        if (app is null || !await app.Services.CheckSettingsAsync(terminal.Error))
            return 1;

        try
        {
            await app.Services.GetRequiredService<MigrateDatabase>().RunAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            await act(scope.ServiceProvider);
            return 0;
        }
        catch (NotAllowedException refusal)
        {
            await terminal.Error.WriteLineAsync(refusal.Message);
        }
        catch (Exception trouble) when (Start.Explain(trouble) is { } sentence)
        {
            await terminal.Error.WriteLineAsync(sentence);
        }

        return 1;
    }
}
