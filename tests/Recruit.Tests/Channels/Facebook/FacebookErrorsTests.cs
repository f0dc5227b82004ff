using Recruit.Channels;
using Recruit.Channels.Facebook;

namespace Recruit.Tests.Channels.Facebook;

public sealed class FacebookErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 6, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(400, "\"code\":1", SetbackKind.NoAnswer)]
    [InlineData(500, "\"code\":2,\"is_transient\":true", SetbackKind.NoAnswer)]
    [InlineData(400, "\"code\":3", SetbackKind.Stopped)]
    [InlineData(400, "\"code\":10", SetbackKind.Stopped)]
    [InlineData(403, "\"code\":200,\"error_subcode\":2069032", SetbackKind.Stopped)]
    [InlineData(403, "\"code\":299", SetbackKind.Stopped)]
    [InlineData(400, "\"code\":4,\"is_transient\":true", SetbackKind.Throttled)]
    [InlineData(400, "\"code\":17", SetbackKind.Throttled)]
    [InlineData(400, "\"code\":32", SetbackKind.Throttled)]
    [InlineData(400, "\"code\":341", SetbackKind.Throttled)]
    [InlineData(400, "\"code\":613", SetbackKind.Throttled)]
    [InlineData(400, "\"code\":80001", SetbackKind.Throttled)]
    [InlineData(429, "\"code\":1", SetbackKind.Throttled)]
    [InlineData(400, "\"code\":100", SetbackKind.Refused)]
    [InlineData(400, "\"code\":100,\"error_subcode\":33", SetbackKind.Gone)]
    [InlineData(400, "\"code\":102", SetbackKind.SignedOut)]
    [InlineData(400, "\"code\":190,\"error_subcode\":460", SetbackKind.SignedOut)]
    [InlineData(401, "\"code\":190", SetbackKind.SignedOut)]
    [InlineData(400, "\"code\":\"190\"", SetbackKind.SignedOut)]
    [InlineData(400, "\"code\":368,\"error_subcode\":1390008", SetbackKind.Stopped)]
    [InlineData(400, "\"code\":506", SetbackKind.Duplicate)]
    [InlineData(400, "\"code\":1609005", SetbackKind.Refused)]
    [InlineData(400, "\"code\":2635", SetbackKind.Stopped)]
    [InlineData(400, "\"code\":100,\"is_transient\":true", SetbackKind.NoAnswer)]
    [InlineData(400, "\"code\":9999", SetbackKind.Refused)]
    [InlineData(503, "\"code\":9999", SetbackKind.NoAnswer)]
    public void Every_code_has_its_meaning(int status, string members, SetbackKind expected)
        => Explain(status, $$$"""{"error":{"message":"No.","type":"OAuthException",{{{members}}}}}""").Kind.ShouldBe(expected);

    [Theory]
    [InlineData(400, "<html>Proxy</html>", SetbackKind.NoAnswer)]
    [InlineData(403, "", SetbackKind.NoAnswer)]
    [InlineData(404, "{}", SetbackKind.NoAnswer)]
    [InlineData(502, "", SetbackKind.NoAnswer)]
    [InlineData(429, "", SetbackKind.Throttled)]
    public void A_refusal_that_Facebook_did_not_sign_proves_nothing(int status, string body, SetbackKind expected) => Explain(status, body).Kind.ShouldBe(expected);

    [Theory]
    [InlineData(458, "removed")]
    [InlineData(459, "sign in there")]
    [InlineData(460, "password")]
    [InlineData(463, "expired")]
    [InlineData(464, "sign in there")]
    [InlineData(467, "no longer accepts")]
    [InlineData(492, "no role")]
    public void The_reason_of_a_dead_token_is_told(int subcode, string expected)
        => Explain(400, $$$"""{"error":{"message":"x","code":190,"error_subcode":{{{subcode}}}}}""").Reason.ShouldContain(expected);

    [Fact]
    public void Facebooks_own_id_of_the_call_is_kept()
        => Explain(400, """{"error":{"message":"x","code":100,"fbtrace_id":"A1b2"}}""").RequestId.ShouldBe("A1b2");

    [Theory]
    [InlineData("""{"1":[{"type":"pages","estimated_time_to_regain_access":5},{"type":"pages","estimated_time_to_regain_access":41}]}""", 41)]
    [InlineData("""{"1":[{"type":"pages","estimated_time_to_regain_access":0}]}""", 15)]
    [InlineData("""{"1":[]}""", 15)]
    [InlineData("""{"1":null}""", 15)]
    [InlineData("""{"1":[null]}""", 15)]
    [InlineData("""[{"type":""", 15)]
    [InlineData("", 15)]
    public void The_wait_is_what_the_usage_header_says(string header, int minutes)
        => FacebookErrors.Explain(
            new Answer(400, """{"error":{"code":32}}""", new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Business-Use-Case-Usage"] = header }), Now)
            .Until.ShouldBe(Now.AddMinutes(minutes));

    [Theory]
    [InlineData("X-App-Usage", """{"call_count":28,"total_time":79,"total_cputime":25}""", null)]
    [InlineData("X-App-Usage", """{"call_count":28,"total_time":80,"total_cputime":25}""", 30)]
    [InlineData("X-Page-Usage", """{"call_count":28,"total_time":25,"total_cputime":94}""", 30)]
    [InlineData("X-Business-Use-Case-Usage", """{"1":[{"type":"pages","call_count":95,"total_cputime":5,"total_time":5,"estimated_time_to_regain_access":0}]}""", 900)]
    [InlineData("X-Business-Use-Case-Usage", """{"1":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":37}]}""", 2220)]
    [InlineData("X-App-Usage", "much", null)]
    public void A_limit_that_is_nearly_used_up_slows_the_account_and_then_pauses_it(string header, string usage, int? seconds)
        => FacebookErrors.LimitUsedUp(new Answer(200, "{}", new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [header] = usage }), Now)
            .ShouldBe(seconds is { } wait ? Now.AddSeconds(wait) : null);

    private static Setback Explain(int status, string body) => FacebookErrors.Explain(new Answer(status, body, new Dictionary<string, string>()), Now);
}
