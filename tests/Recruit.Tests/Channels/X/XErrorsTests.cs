using Recruit.Channels;
using Recruit.Channels.X;

namespace Recruit.Tests.Channels.X;

public sealed class XErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 6, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(400, """{"title":"Invalid Request","detail":"One or more parameters was invalid.","type":"https://api.x.com/2/problems/invalid-request"}""", SetbackKind.Refused)]
    [InlineData(400, """{"errors":[{"code":186,"message":"Tweet needs to be a bit shorter."}]}""", SetbackKind.Refused)]
    [InlineData(401, """{"title":"Unauthorized","type":"about:blank","status":401}""", SetbackKind.SignedOut)]
    [InlineData(401, "", SetbackKind.SignedOut)]
    [InlineData(402, """{"title":"CreditsDepleted","type":"https://api.x.com/2/problems/credits-depleted"}""", SetbackKind.Stopped)]
    [InlineData(402, """{"title":"Payment Required"}""", SetbackKind.Stopped)]
    [InlineData(403, """{"detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank","title":"Forbidden","status":403}""", SetbackKind.Duplicate)]
    [InlineData(403, """{"detail":"Creating a post with DUPLICATE CONTENT is not allowed."}""", SetbackKind.Duplicate)]
    [InlineData(403, """{"code":403,"message":"duplicate content"}""", SetbackKind.Duplicate)]
    [InlineData(403, """{"errors":[{"code":187,"message":"You already posted duplicate content"}]}""", SetbackKind.Duplicate)]
    [InlineData(403, """{"title":"Client Forbidden","type":"https://api.twitter.com/2/problems/client-forbidden"}""", SetbackKind.Stopped)]
    [InlineData(403, """{"title":"Forbidden","type":"https://api.x.com/2/problems/not-authorized-for-resource"}""", SetbackKind.Refused)]
    [InlineData(403, "<html>Forbidden</html>", SetbackKind.Stopped)]
    [InlineData(404, """{"title":"Not Found Error","type":"https://api.x.com/2/problems/resource-not-found"}""", SetbackKind.Gone)]
    [InlineData(410, "", SetbackKind.Gone)]
    [InlineData(400, """{"errors":[null]}""", SetbackKind.Refused)]
    [InlineData(403, """{"detail":"duplicate content","errors":{"surprise":1}}""", SetbackKind.Duplicate)]
    [InlineData(408, "", SetbackKind.NoAnswer)]
    [InlineData(413, "", SetbackKind.Refused)]
    [InlineData(429, """{"errors":[{"code":88,"message":"Rate limit exceeded"}]}""", SetbackKind.Throttled)]
    [InlineData(500, """{"title":"Internal Server Error"}""", SetbackKind.NoAnswer)]
    [InlineData(502, "<html>", SetbackKind.NoAnswer)]
    [InlineData(503, "", SetbackKind.NoAnswer)]
    [InlineData(504, "", SetbackKind.NoAnswer)]
    [InlineData(302, "", SetbackKind.NoAnswer)]
    public void Every_refusal_has_its_meaning(int status, string body, SetbackKind expected)
        => XErrors.Explain(AnswerOf(status, body), Now).Kind.ShouldBe(expected);

    [Fact]
    public void The_wait_ends_with_the_last_group_that_is_used_up()
        => Until(("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", Unix(9)), ("x-user-limit-24hour-remaining", "0"), ("x-user-limit-24hour-reset", Unix(600)))
            .ShouldBe(Now.AddMinutes(600));

    [Fact]
    public void A_group_with_calls_left_does_not_lengthen_the_wait()
        => Until(("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", Unix(9)), ("x-app-limit-24hour-remaining", "12"), ("x-app-limit-24hour-reset", Unix(600)))
            .ShouldBe(Now.AddMinutes(9));

    [Fact]
    public void A_reset_without_its_remainder_counts() => Until(("x-rate-limit-reset", Unix(7))).ShouldBe(Now.AddMinutes(7));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999")]
    [InlineData("1000")]
    public void Without_a_usable_reset_the_wait_is_a_quarter_of_an_hour(string reset)
        => Until(("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", reset)).ShouldBe(Now.AddMinutes(15));

    private static DateTimeOffset? Until(params (string Name, string Value)[] headers) => XErrors.Explain(AnswerOf(429, "", headers), Now).Until;

    private static string Unix(int minutes) => Now.AddMinutes(minutes).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Answer AnswerOf(int status, string body, params (string Name, string Value)[] headers)
        => new(status, body, headers.ToDictionary(header => header.Name, header => header.Value));
}
