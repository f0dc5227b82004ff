using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

public static class UserAddCommand
{
    public static Command Create(CommandDesk desk)
    {
        var email = new Option<string>("--email") { Description = "The address that the person signs in with", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name, as others see it", Required = true };
        var role = new Option<string[]>("--role") { Description = "What the person may do; can be given several times", Required = true, AllowMultipleArgumentsPerToken = true };
        role.AcceptOnlyFromAmong(RoleWords.Keys);
        email.Validators.Add(result =>
        {
            if (!new EmailAddressAttribute().IsValid(result.GetValueOrDefault<string>()))
                result.AddError("--email must be an address such as mary@hospital.org.");
        });

        var command = new Command("add", "Adds a person. The password is read from standard input; without one a one-time sign-in link is printed") { email, name, role };
        command.SetAction((parsed, ct) => desk.RunAsync(async services =>
        {
            var password = await desk.Terminal.PipedAsync(ct);
            if (password is not null && !PasswordRule.Accepts(password))
                throw new NotAllowedException($"The password was not taken. {PasswordRule.Sentence}");

            var invited = await services.GetRequiredService<InviteStaff>().RunAsOperatorAsync(
                new Invitation(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), RoleWords.FromKeys(parsed.GetRequiredValue(role)), [], password), ct);
            await desk.Terminal.Out.WriteLineAsync(invited.Code is { } code
                ? $"{invited.Staff.Name} is added. This link signs them in once:\n{services.GetRequiredService<IOptions<SiteOptions>>().Value.Absolute(Urls.SignInLink(code))}"
                : $"{invited.Staff.Name} is added and can sign in with the password.");
        }, ct));
        return command;
    }
}
