using System.CommandLine;
using Recruit.Api;

namespace Recruit.Shell.Commands;

public static class KeyRevokeCommand
{
    public static Command Create(CommandDesk desk)
    {
        var which = new Argument<string>("key") { Description = "The key itself, or its id as key list shows it" };
        var command = new Command("revoke", "Takes a key back: whatever uses it is refused from now on") { which };
        command.SetAction((parsed, ct) => desk.RunAsync(async services =>
            await desk.Terminal.Error.WriteLineAsync($"{await services.GetRequiredService<MakeApiKey>().RevokeAsOperatorAsync(parsed.GetRequiredValue(which), ct)} is revoked."), ct));
        return command;
    }
}
