using System.CommandLine;
using Microsoft.Extensions.Options;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

public static class UserLinkCommand
{
    public static Command Create(CommandDesk desk)
    {
        var email = new Option<string>("--email") { Description = "The person's address", Required = true };
        var command = new Command("link", "Prints a link that signs a person in once, for instance an administrator who lost the password") { email };
        command.SetAction((parsed, ct) => desk.RunAsync(async services =>
        {
            var code = await services.GetRequiredService<MakeSignInLink>().RunAsOperatorAsync(parsed.GetRequiredValue(email), ct);
            await desk.Terminal.Out.WriteLineAsync(services.GetRequiredService<IOptions<SiteOptions>>().Value.Absolute(Urls.SignInLink(code)));
        }, ct));
        return command;
    }
}
