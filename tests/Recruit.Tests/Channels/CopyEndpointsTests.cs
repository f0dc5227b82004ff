using System.Net;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels;

public sealed class CopyEndpointsTests : IAsyncDisposable, IAsyncLifetime
{
    private const string Url = Urls.Api + "/copy/measure";

    private readonly RecruitFactory _app = new();
    private HttpClient _program = default!;

    public async Task InitializeAsync() => _program = await _app.ProgramOfAsync(StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr));

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("x", "ICU nurse: https://jobs.example.org/a/very/long/path?with=words 👩🏽‍⚕️", 37, 280, true)]
    [InlineData("X", "a", 1, 280, true)]
    [InlineData("x", "", 0, 280, false)]
    [InlineData("x", "nurse\uFEFF", 7, 280, false)]
    [InlineData("linkedin", "RN (ICU)", 10, 3000, true)]
    [InlineData("facebook", "RN (ICU)", 8, 63_206, true)]
    [InlineData("mastodon", "RN (ICU): https://jobs.example.org/a/very/long/path 👩🏽‍⚕️", 35, 500, true)]
    [InlineData("bluesky", "RN (ICU) 👩🏽‍⚕️", 10, 300, true)]
    public async Task A_text_is_measured_as_the_network_counts(string channel, string text, int length, int limit, bool valid)
    {
        var answer = await _program.PostAsync(Url, new { channel, text });
        answer.GetProperty("length").GetInt32().ShouldBe(length);
        answer.GetProperty("limit").GetInt32().ShouldBe(limit);
        answer.GetProperty("valid").GetBoolean().ShouldBe(valid);
    }

    [Theory]
    [InlineData("x", 280)]
    [InlineData("linkedin", 3000)]
    [InlineData("facebook", 63_206)]
    [InlineData("mastodon", 500)]
    [InlineData("bluesky", 300)]
    public async Task The_last_character_that_fits_is_valid_and_the_next_is_not(string channel, int limit)
    {
        (await _program.PostAsync(Url, new { channel, text = new string('n', limit) })).GetProperty("valid").GetBoolean().ShouldBeTrue();
        (await _program.PostAsync(Url, new { channel, text = new string('n', limit + 1) })).GetProperty("valid").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_measured_is_refused_with_what_to_send()
    {
        (await _program.PostAsync(Url, new { channel = "myspace", text = "a" }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("linkedin");
        (await _program.PostAsync(Url, new { channel = "x" }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("text");
        (await _program.PostAsync(Url, """{"channel":"x","text":"broken \ud800 pair"}""", HttpStatusCode.BadRequest)).Detail().ShouldContain("text");
    }
}
