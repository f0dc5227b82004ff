using System.CommandLine;
using System.Globalization;
using Recruit.Api;

namespace Recruit.Shell.Commands;

public static class KeyListCommand
{
    public static Command Create(CommandDesk desk)
    {
        var command = new Command("list", "Shows every key that works: id, first letters, owner, what uses it, when it was made and last used; one a line, with tabs between");
        command.SetAction((_, ct) => desk.RunAsync(async services =>
        {
            foreach (var (key, owner) in await services.GetRequiredService<MakeApiKey>().ListAsOperatorAsync(ct))
                await desk.Terminal.Out.WriteLineAsync(string.Join('\t', key.Id, key.Hint, owner.Email, key.Name, Day(key.CreatedAt), Day(key.LastUsedAt)));
        }, ct));
        return command;
    }

    private static string Day(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never";
}
