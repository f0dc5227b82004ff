using System.CommandLine;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

public static class AccountAddCommand
{
    public static Command Create(CommandDesk desk)
    {
        var network = new Option<string>("--network") { Description = "x, linkedin, facebook, mastodon or bluesky", Required = true };
        var handle = new Option<string>("--handle") { Description = "The handle or page name, as people see it", Required = true };
        var id = new Option<string>("--id") { Description = "The network's id of the handle, organization or Page", Required = true };
        var server = new Option<string>("--server") { Description = "The server's https address, for mastodon and, where it is not bsky.social, bluesky", DefaultValueFactory = _ => "" };

        var command = new Command("add",
            "Adds an account, or gives a known one new secrets. They are read from standard input: the access token alone, or lines such as access_token=...")
        {
            network, handle, id, server,
        };
        command.SetAction((parsed, ct) => desk.RunAsync(async services =>
        {
            var channel = services.GetRequiredService<ChannelCatalog>().Find(parsed.GetRequiredValue(network));
            var secrets = Secrets(channel, await desk.Terminal.PipedAsync(ct) ?? "");
            var account = await services.GetRequiredService<AddAccount>().RunAsOperatorAsync(
                new NewAccount(parsed.GetRequiredValue(network), parsed.GetRequiredValue(handle), parsed.GetRequiredValue(id), parsed.GetRequiredValue(server), secrets), ct);
            await desk.Terminal.Out.WriteLineAsync($"{account.Handle} on {channel!.Name} is ready.");
        }, ct));
        return command;
    }

    /// <summary>One line that names no secret is the first secret, whole: tokens may hold any character.</summary>
    private static Dictionary<string, string> Secrets(IChannel? channel, string piped)
    {
        var lines = piped.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = channel?.Secrets.Select(spec => spec.Name).ToHashSet() ?? [];
        if (lines.Length == 1 && !names.Contains(lines[0].Split('=')[0]))
            return new() { [channel?.Secrets[0].Name ?? ""] = lines[0] };

        if (lines.FirstOrDefault(line => !line.Contains('=', StringComparison.Ordinal)) is not null)
            throw new NotAllowedException("Each line of the secrets must read name=value.");
        return lines.Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());
    }
}
