using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

/// <summary>The whole contract with calls that are signed by OAuth 1.0a, which the practice network verifies.</summary>
public sealed class XSignedSandboxTests : SandboxContract
{
    protected override string Key => "x";

    protected override string Folder => "X";

    protected override AccountAccess Account { get; } = new(Guid.CreateVersion7(), "NorthfieldJobs", RunningSandbox.Account, null, new Dictionary<string, string>
    {
        ["access_token"] = "practice-" + RunningSandbox.Account,
        ["api_key"] = "practice-key",
        ["api_key_secret"] = "practice-key-secret",
        ["token_secret"] = $"practice-{RunningSandbox.Account}-secret",
    });

    [Theory]
    [InlineData("api_key")]
    [InlineData("api_key_secret")]
    [InlineData("token_secret")]
    public async Task A_wrong_secret_is_a_refused_signature(string name)
        => (await Channel.PublishAsync(Request(), Account with { Secrets = new Dictionary<string, string>(Account.Secrets) { [name] = "wrong-secret" } }, CancellationToken.None))
            .ShouldBeOfType<PublishResult.SignedOut>();

    [Fact]
    public async Task Half_of_the_secrets_send_nothing()
    {
        var result = await Channel.PublishAsync(Request(), Account with { Secrets = new Dictionary<string, string>(Account.Secrets) { ["token_secret"] = "" } }, CancellationToken.None);

        result.ShouldBeOfType<PublishResult.SignedOut>().Reason.ShouldContain("all of them, or none");
        (await Practice.PostsAsync()).ShouldBeEmpty();
    }
}
