using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>A network whose login lets everybody in, and shows two accounts to choose from.</summary>
public sealed class LoginNetwork : IChannel, IConnectsAccounts, IFindsPosts
{
    public ChannelKey Key => new("x");

    public string Name => "X";

    public PostLimits Limits { get; } = new(280, text => text.Length, "characters", LinkStandsInText: true);

    public IReadOnlyList<SecretSpec> Secrets { get; } = [new("access_token", "Access token", Required: true)];

    public IReadOnlyList<ConnectStep> Steps { get; } = [new("Make an app", "There.")];

    public IReadOnlyList<SecretSpec> AppSecrets { get; } = [new("client_id", "Client ID", Required: true)];

    public IReadOnlyList<ConnectCheck> Checks { get; set; } = [new(CheckSeverity.Fine, "It may post.")];

    public string State { get; private set; } = "";

    public Uri LoginUrl(LoginRequest request)
    {
        State = request.State;
        return new Uri($"https://x.example/login?state={request.State}");
    }

    public Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct) => Task.FromResult<LoginResult>(new LoginResult.LoggedIn([Found("one"), Found("two")], Checks));

    public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => false;

    public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct) => Task.FromResult<ReadBack>(new ReadBack.Read([]));

    public Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Uri TimelineUrl(AccountAccess account) => new("https://x.example/");

    private static FoundAccount Found(string name) => new($"@{name}", name, new Dictionary<string, string> { ["access_token"] = $"token-{name}" }, TokenLife.Unknown);
}
