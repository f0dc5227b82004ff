using Recruit.Reach;

namespace Recruit.Tests.Reach;

public sealed class VisitorTests
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
    private const string InApp = Phone + " [FBAN/FBIOS;FBAV/480.0.0.31;FBDV/iPhone16,1]";

    [Theory]
    [InlineData(Phone)]
    [InlineData(InApp)]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; CUBOT NOTE 50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36")]
    public void A_person_with_a_browser_counts(string userAgent) => Visitor.IsPerson("GET", userAgent, "").ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("Twitterbot/1.0")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36")]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("WhatsApp/2.24 A")]
    [InlineData("curl/8.5.0")]
    [InlineData("python-requests/2.32")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0 Safari/537.36")]
    public void A_program_does_not_count(string userAgent) => Visitor.IsPerson("GET", userAgent, "").ShouldBeFalse();

    [Theory]
    [InlineData("HEAD", "")]
    [InlineData("GET", "prefetch")]
    [InlineData("GET", "prefetch;prerender")]
    public void Nobody_has_looked_yet(string method, string purpose) => Visitor.IsPerson(method, Phone, purpose).ShouldBeFalse();
}
