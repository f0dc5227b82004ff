using System.Net;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

public sealed class ConnectEndpointsTests : IAsyncDisposable, IAsyncLifetime
{
    private readonly RecruitFactory _app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("x", $"{Urls.Connect}/x?over=true")]
    [InlineData("myspace", Urls.Connect)]
    public async Task Whoever_is_not_signed_in_is_led_away_without_the_code(string network, string to)
    {
        using var browser = _app.Browser();

        var answer = await browser.GetAsync($"{Urls.ConnectAnswer(network)}?state=s&code=secret-code");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.ToString().ShouldBe(to);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await _app.Db.ReadAsync(db => db.ConnectAttempts.CountAsync())).ShouldBe(0);
    }
}
