using System.Net;
using System.Text.RegularExpressions;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Tests.Support;

public static partial class SignedIn
{
    /// <summary>Saves the person when new, and signs them in the way people without a password do: by a one-time link.</summary>
    public static async Task<HttpClient> AsAsync(RecruitFactory app, StaffMember staff)
    {
        var (link, code) = SignInLink.Make(staff.Id, app.Clock.GetUtcNow().AddHours(1));
        await using (var db = app.Db.CreateDbContext())
        {
            if (await db.Users.FindAsync(staff.Id) is null)
                db.Users.Add(staff);
            db.SignInLinks.Add(link);
            await db.SaveChangesAsync();
        }

        var browser = app.Browser();
        var answer = await browser.SendFormAsync(Urls.SignInLink(code));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>Opens the address, and sends its form back with the given fields and all hidden ones.</summary>
    public static Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string url, params (string Name, string Value)[] fields)
        => browser.SendFormAsync(url, url, fields);

    /// <summary>Opens one address for its hidden fields, and sends the form to another.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string url, string action, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync(url);
        var form = HiddenField().Matches(page)
            .Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(action, new FormUrlEncodedContent(form));
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex HiddenField();
}
