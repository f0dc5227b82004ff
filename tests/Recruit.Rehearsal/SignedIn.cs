using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Rehearsal;

/// <summary>Somebody of the staff who came in through a sign-in link, with the cookies of one browser.</summary>
public sealed partial class SignedIn : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { UseCookies = true, MaxConnectionsPerServer = 256 };

    private SignedIn(Uri address) => Http = new HttpClient(_handler) { BaseAddress = address };

    public HttpClient Http { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    /// <param name="address">Where the program, or what stands before it, is to be found.</param>
    public static async Task<SignedIn> AsAsync(StaffMember person, Stage stage, Uri address)
    {
        var signedIn = new SignedIn(address);
        await using var scope = stage.Services.CreateAsyncScope();
        var link = Urls.SignInLink(await scope.ServiceProvider.GetRequiredService<MakeSignInLink>().RunAsOperatorAsync(person.Email!));
        var form = await signedIn.Http.GetStringAsync(new Uri(link, UriKind.Relative));
        using var filled = new FormUrlEncodedContent(Hidden().Matches(form).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))));
        using var answer = await signedIn.Http.PostAsync(new Uri(link, UriKind.Relative), filled);
        answer.EnsureSuccessStatusCode();
        if (!signedIn.Cookies.GetCookies(address).Any(cookie => cookie.Name.Contains("Identity", StringComparison.OrdinalIgnoreCase) || cookie.Name.Contains("Recruit", StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"{person.Name} was not signed in: the answer came from {answer.RequestMessage!.RequestUri}.");
        return signedIn;
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
