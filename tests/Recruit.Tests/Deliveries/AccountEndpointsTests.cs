using System.Net;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public sealed class AccountEndpointsTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private const string Accounts = Urls.Api + "/accounts";

    [Fact]
    public async Task A_paused_account_sends_nothing_until_it_is_resumed()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());
        await world.ApproveAsync(broadcast);

        (await world.Admin.PostAsync(Of("pause"), new { reason = "A new logo comes." })).Text("state").ShouldBe("paused");
        world.App.Clock.Advance(TimeSpan.FromHours(1));
        await world.RunLaneAsync();
        world.Network.Sent.ShouldBeEmpty();

        var shown = (await world.Hr.GetAsync(Accounts, HttpStatusCode.OK))[0];
        shown.Text("stateReason").ShouldBe("A new logo comes.");
        shown.GetProperty("waiting").GetInt32().ShouldBe(1);
        shown.ToString().ShouldNotContain("secret");

        (await world.Admin.PostAsync(Of("resume"))).Text("state").ShouldBe("active");
        await world.RunLaneAsync();
        world.Network.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Pausing_needs_a_reason_and_the_role()
    {
        (await world.Admin.PostAsync(Of("pause"), expected: HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("Say why");
        (await world.Hr.PostAsync(Of("pause"), new { reason = "No" }, HttpStatusCode.Forbidden)).Detail().ShouldContain("administrator");
        await world.Admin.PostAsync($"{Accounts}/{Guid.NewGuid()}/resume", expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_monthly_cap_is_set_shown_and_taken_away()
    {
        (await world.Admin.PutAsync(Of("budget"), new { monthlyCap = 25.5 })).GetProperty("monthlyCap").GetDecimal().ShouldBe(25.5m);
        (await world.Hr.GetAsync(Accounts, HttpStatusCode.OK))[0].GetProperty("spentThisMonth").GetDecimal().ShouldBe(0m);
        (await world.Admin.PutAsync(Of("budget"), new { monthlyCap = -1 }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("The cap is an amount");
        (await world.Hr.PutAsync(Of("budget"), new { monthlyCap = 1 }, HttpStatusCode.Forbidden)).Detail().ShouldContain("recruiter or administrator");

        // Left out by mistake, it lifts nothing.
        await world.Admin.PutAsync(Of("budget"), new { }, HttpStatusCode.BadRequest);
        (await world.Hr.GetAsync(Accounts, HttpStatusCode.OK))[0].GetProperty("monthlyCap").GetDecimal().ShouldBe(25.5m);
        (await world.Admin.PutAsync(Of("budget"), new { monthlyCap = (decimal?)null })).GetProperty("monthlyCap").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private string Of(string act) => $"{Accounts}/{world.Account.Id}/{act}";
}
