using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>What to do at the network, step by step, and the way to its login.</summary>
public sealed partial class ConnectPage(ChannelCatalog channels, BeginConnect begin, FinishConnect finish, NavigationManager navigation)
{
    private readonly Dictionary<string, string> _app = [];
    private IChannel? _channel;
    private Guid _staffId;
    private bool _mayRun;
    private bool _leaving;
    private string? _refusal;

    [Parameter] public string? Network { get; set; }

    /// <summary>A login came back that nobody waits for.</summary>
    [SupplyParameterFromQuery(Name = "over")] public bool Over { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    private ChannelCatalog Channels => channels;

    private BeginConnect Begin => begin;

    private IGuidesConnecting Guide => (IGuidesConnecting)_channel!;

    private IReadOnlyList<SecretSpec> Asked => _channel switch
    {
        IConnectsAccounts login => login.AppSecrets,
        IConnectsByKey keys => keys.Asked,
        _ => [],
    };

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayRun = await Session.MayAsync(Permission.RunAccounts);
    }

    protected override void OnParametersSet() => _channel = channels.Find(Network ?? "") is { } found and IGuidesConnecting ? found : null;

    private Task LogInAsync() => LeaveAsync(async () => (await begin.RunAsync(_staffId, _channel!.Key, _app)).AbsoluteUri, isElsewhere: true);

    private Task TryKeysAsync() => LeaveAsync(async () => Urls.ConnectChoice(await finish.TryKeysAsync(_staffId, _channel!.Key, _app)), isElsewhere: false);

    private async Task LeaveAsync(Func<Task<string>> address, bool isElsewhere)
    {
        (_leaving, _refusal) = (true, null);
        try
        {
            navigation.NavigateTo(await address(), forceLoad: isElsewhere);
        }
        catch (NotAllowedException refusal)
        {
            (_leaving, _refusal) = (false, refusal.Message);
        }
    }
}
