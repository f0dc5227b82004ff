using System.Net.Http.Json;
using System.Text.Json;

namespace Recruit.Rehearsal;

/// <summary>A post as the practice networks tell of it.</summary>
public sealed record SeenPost(string Network, string Account, string Id, string Text, string Link, DateTimeOffset ReceivedAt, DateTimeOffset? RemovedAt);

/// <summary>A call as the practice networks saw it; without a status it got no answer.</summary>
public sealed record SeenCall(string Network, string Account, string Kind, DateTimeOffset ArrivedAt, DateTimeOffset EndedAt, int? Status)
{
    public bool IsCreate => Kind == "create";
}

/// <summary>The practice networks in a process of their own, so that they outlive the app.</summary>
public sealed class NetworksProcess : ProgramProcess
{
    private readonly HttpClient _http = new();

    private NetworksProcess(IEnumerable<string> arguments)
        : base(typeof(Sandbox.SandboxProgram).Assembly.Location, ["--port", "0", "--data", "none", .. arguments], new Dictionary<string, string>(), "Practice networks")
    {
    }

    public Uri Address { get; private set; } = null!;

    /// <param name="arguments">As on its command line, for example --answer 50.</param>
    public static async Task<NetworksProcess> StartAsync(params string[] arguments)
    {
        var networks = new NetworksProcess(arguments);
        var line = await networks.BeginAsync();
        networks.Address = networks._http.BaseAddress = new Uri(line.Split(' ')[2]);
        return networks;
    }

    public async Task<IReadOnlyList<SeenPost>> PostsAsync() => (await _http.GetFromJsonAsync<List<SeenPost>>("_sandbox/posts", JsonSerializerOptions.Web))!;

    public async Task<IReadOnlyList<SeenCall>> CallsAsync() => (await _http.GetFromJsonAsync<List<SeenCall>>("_sandbox/calls", JsonSerializerOptions.Web))!;

    /// <summary>Nothing was ever posted or called.</summary>
    public async Task ForgetAsync()
    {
        (await _http.DeleteAsync(new Uri(Address, "_sandbox/posts"))).EnsureSuccessStatusCode();
        (await _http.DeleteAsync(new Uri(Address, "_sandbox/calls"))).EnsureSuccessStatusCode();
    }

    public async Task TroubleAsync(string network, string kind, string? account = null, int? times = null, int? seconds = null, int? milliseconds = null) =>
        (await _http.PostAsJsonAsync(new Uri(Address, "_sandbox/troubles"), new { network, kind, account, times, seconds, milliseconds })).EnsureSuccessStatusCode();

    public async Task CalmAsync() => (await _http.DeleteAsync(new Uri(Address, "_sandbox/troubles"))).EnsureSuccessStatusCode();
}
