using Recruit.Channels;
using Recruit.Channels.LinkedIn;

namespace Recruit.Tests.Channels.LinkedIn;

public sealed class LinkedInErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 6, 20, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(400, """{"message":"Missing required field","code":"MISSING_FIELD","status":400}""", SetbackKind.Refused)]
    [InlineData(400, """{"message":"bad","errorDetails":{"inputErrors":[{"code":"INVALID_URN_ID"}]}}""", SetbackKind.Refused)]
    [InlineData(400, "", SetbackKind.Refused)]
    [InlineData(401, """{"message":"Empty oauth2 access token","serviceErrorCode":65604,"status":401}""", SetbackKind.SignedOut)]
    [InlineData(401, "", SetbackKind.SignedOut)]
    [InlineData(403, """{"message":"Not enough permissions","code":"ACCESS_DENIED","status":403}""", SetbackKind.Stopped)]
    [InlineData(404, """{"message":"Not found","code":"NOT_FOUND","status":404}""", SetbackKind.Gone)]
    [InlineData(408, "", SetbackKind.NoAnswer)]
    [InlineData(409, """{"message":"Conflict","code":"CONFLICT","status":409}""", SetbackKind.Duplicate)]
    [InlineData(422, """{"message":"Content is a duplicate of urn:li:share:7141","status":422}""", SetbackKind.Duplicate)]
    [InlineData(422, """{"message":"no","errorDetails":{"inputErrors":[{"code":"DUPLICATE_POST"}]}}""", SetbackKind.Duplicate)]
    [InlineData(422, """{"message":"Unprocessable Entity","status":422}""", SetbackKind.Refused)]
    [InlineData(422, """{"message":"targetEntities: audience size must exceed 300","status":422}""", SetbackKind.Refused)]
    [InlineData(426, """{"message":"Requested version 202409 is not active","code":"NONEXISTENT_VERSION","status":426}""", SetbackKind.Stopped)]
    [InlineData(400, """{"message":"no such version","code":"NONEXISTENT_VERSION","status":400}""", SetbackKind.Stopped)]
    [InlineData(426, "", SetbackKind.Stopped)]
    [InlineData(400, """{"errorDetails":{"inputErrors":[null]}}""", SetbackKind.Refused)]
    [InlineData(429, """{"message":"Too many requests","code":"TOO_MANY_REQUESTS"}""", SetbackKind.Throttled)]
    [InlineData(500, """{"message":"Internal Server Error","status":500}""", SetbackKind.NoAnswer)]
    [InlineData(503, "", SetbackKind.NoAnswer)]
    [InlineData(504, "<html>", SetbackKind.NoAnswer)]
    public void Every_refusal_has_its_meaning(int status, string body, SetbackKind expected) => Explain(status, body).Kind.ShouldBe(expected);

    [Theory]
    [InlineData("Content is a duplicate of urn:li:share:7141000000000000000", "urn:li:share:7141000000000000000")]
    [InlineData("Content is a duplicate of urn:li:ugcPost:7141000000000000001.", "urn:li:ugcPost:7141000000000000001")]
    [InlineData("Duplicate post is detected", null)]
    public void A_duplicate_names_the_other_post_when_LinkedIn_does(string message, string? urn)
        => Explain(422, $$"""{"message":"{{message}}","status":422}""").RemoteId.ShouldBe(urn);

    [Fact]
    public void A_daily_limit_ends_at_midnight_in_UTC()
        => Explain(429, """{"message":"Resource level throttle limit for calls to this resource is reached."}""").Until.ShouldBe(new DateTimeOffset(2026, 10, 7, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_short_term_throttle_ends_after_a_quarter_of_an_hour()
        => Explain(429, """{"message":"Short-term throttle limit is reached."}""").Until.ShouldBe(Now.AddMinutes(15));

    private static Setback Explain(int status, string body) => LinkedInErrors.Explain(new Answer(status, body, new Dictionary<string, string>()), "202409", Now);
}
