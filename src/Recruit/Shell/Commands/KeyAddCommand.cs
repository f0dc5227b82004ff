using System.CommandLine;
using Recruit.Api;

namespace Recruit.Shell.Commands;

public static class KeyAddCommand
{
    public static Command Create(CommandDesk desk)
    {
        var user = new Option<string>("--user") { Description = "The address of the person whose rights the key has", Required = true };
        var name = new Option<string>("--name") { Description = "What will use the key", DefaultValueFactory = _ => "Command line" };
        var command = new Command("add", "Makes a key for the API and prints it, alone, once") { user, name };
        command.SetAction((parsed, ct) => desk.RunAsync(async services =>
        {
            var key = await services.GetRequiredService<MakeApiKey>().RunAsOperatorAsync(parsed.GetRequiredValue(user), parsed.GetRequiredValue(name), ct);
            // The key alone goes to standard output, so that a script can take it.
            await desk.Terminal.Out.WriteLineAsync(key);
            await desk.Terminal.Error.WriteLineAsync($"It acts with the rights of {parsed.GetRequiredValue(user)}. It is shown only now and stored nowhere; take it back with key revoke, or under Settings, API keys.");
        }, ct));
        return command;
    }
}
