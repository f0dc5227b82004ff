using System.Net;
using System.Text.Json;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Broadcasts;

/// <summary>What a person says on the page, said by a program.</summary>
public sealed class DeliveryEndpointsTests : IAsyncLifetime
{
    private const string Deliveries = Urls.Api + "/deliveries";

    // One for each test: what one leaves uncertain, the next one's lane would settle.
    private readonly ApiWorld _world = new();

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_uncertain_delivery_is_said_to_be_live_and_its_id_lets_it_be_taken_down()
    {
        var url = await UncertainAsync();
        var remoteId = $"seen-{Guid.NewGuid():N}";
        _world.Network.Show(remoteId, "What stands there");

        var settled = await SettleAsync(url, new { live = true, remoteId });

        (settled.Text("state"), settled.Text("remoteId")).ShouldBe(("published", remoteId));
        (await SettleAsync(url, new { live = true })).Text("state").ShouldBe("published");
        await _world.Hr.PostAsync(url + "/cancel");
        await _world.RunLaneAsync();
        (await _world.Hr.GetAsync(url, HttpStatusCode.OK)).GetProperty("delivery").Text("state").ShouldBe("removed");
        _world.Network.Removed.ShouldContain(remoteId);
    }

    [Fact]
    public async Task An_uncertain_delivery_is_said_to_be_absent_and_goes_out_once_more()
    {
        var url = await UncertainAsync();

        (await SettleAsync(url, new { live = false })).Text("state").ShouldBe("retrying");
        (await _world.Hr.PostAsync(url + "/settle", new { live = false }, HttpStatusCode.Conflict)).Detail().ShouldContain("nothing to settle");
    }

    [Fact]
    public async Task A_post_that_another_delivery_holds_is_not_adopted()
    {
        var (first, second) = (await UncertainAsync(), await UncertainAsync());
        var remoteId = $"seen-{Guid.NewGuid():N}";
        await SettleAsync(first, new { live = true, remoteId });

        (await _world.Hr.PostAsync(second + "/settle", new { live = true, remoteId }, HttpStatusCode.Conflict)).Detail().ShouldContain("Another delivery");
    }

    [Fact]
    public async Task A_removal_that_was_refused_is_settled_either_way()
    {
        var (stays, gone) = (await RefusedRemovalAsync(), await RefusedRemovalAsync());

        var again = await SettleAsync(stays, new { live = true });
        (again.Text("state"), again.GetProperty("needsPerson").GetBoolean()).ShouldBe(("removing", false));
        (await SettleAsync(gone, new { live = false })).Text("state").ShouldBe("removed");
    }

    [Fact]
    public async Task Settling_needs_a_yes_or_a_no_and_something_to_settle()
    {
        var url = Deliveries + "/" + (await HeldAsync()).Text("id");

        (await _world.Hr.PostAsync(url + "/settle", new { remoteId = "1" }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("true or false");
        (await _world.Hr.PostAsync(url + "/settle", new { live = true }, HttpStatusCode.Conflict)).Detail().ShouldContain("nothing to settle");
    }

    [Fact]
    public async Task What_waits_for_approval_is_sent_back_with_the_reason()
    {
        var url = $"{Deliveries}/{(await HeldAsync()).Text("id")}/send-back";

        (await _world.Recruiter.PostAsync(url, new { reason = " " }, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").TryGetProperty("reason", out _).ShouldBeTrue();
        (await _world.Hr.PostAsync(url, new { reason = "Say the shift." }, HttpStatusCode.Forbidden)).Detail().ShouldContain("recruiter");
        (await _world.Recruiter.PostAsync(url, new { reason = "Say the shift." })).GetProperty("delivery").Text("sentence").ShouldContain("Ruth sent it back: Say the shift.");
    }

    [Fact]
    public async Task What_is_approved_is_not_sent_back()
    {
        var broadcast = await _world.BroadcastAsync(await _world.OpenVacancyAsync());
        await _world.ApproveAsync(broadcast);

        (await _world.Recruiter.PostAsync($"{Deliveries}/{First(broadcast).Text("id")}/send-back", new { reason = "No." }, HttpStatusCode.Conflict)).Detail().ShouldContain("called off");
    }

    [Fact]
    public async Task Nobody_settles_another_facilitys_delivery()
    {
        var url = await UncertainAsync();
        var other = await _world.App.Db.SaveAsync(A.Facility($"Other {Guid.NewGuid():N}"));
        var stranger = await _world.App.ProgramOfAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Sam", StaffRoles.Hr | StaffRoles.Recruiter, [other.Id]));

        await stranger.PostAsync(url + "/settle", new { live = true }, HttpStatusCode.NotFound);
        await stranger.PostAsync(url + "/send-back", new { reason = "No." }, HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> HeldAsync() => First(await _world.BroadcastAsync(await _world.OpenVacancyAsync()));

    private async Task<string> SentAsync(params PublishResult[] answers)
    {
        var broadcast = await _world.BroadcastAsync(await _world.OpenVacancyAsync());
        await _world.ApproveAsync(broadcast);
        _world.Network.Plan(answers);
        _world.App.Clock.Advance(TimeSpan.FromHours(1));
        await _world.RunLaneAsync();
        return $"{Deliveries}/{First(broadcast).Text("id")}";
    }

    private Task<string> UncertainAsync() => SentAsync(new PublishResult.NoAnswer("The connection broke off."));

    private async Task<string> RefusedRemovalAsync()
    {
        var url = await SentAsync();
        _world.Network.RemoveAnswers.Enqueue(new RemoveResult.Refused("This post is not yours."));
        await _world.Hr.PostAsync(url + "/cancel");
        await _world.RunLaneAsync();
        return url;
    }

    private async Task<JsonElement> SettleAsync(string url, object body) => (await _world.Hr.PostAsync(url + "/settle", body)).GetProperty("delivery");

    private static JsonElement First(JsonElement broadcast) => broadcast.GetProperty("deliveries")[0];
}
