using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Recruit.Channels;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>What to do at the network, step by step, and the way to its login.</summary>
public sealed partial class ConnectPage(ChannelCatalog channels, BeginConnect begin, NavigationManager navigation)
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

    private IConnectsAccounts Connects => (IConnectsAccounts)_channel!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayRun = await Session.MayAsync(Permission.RunAccounts);
    }

    protected override void OnParametersSet() => _channel = channels.Find(Network ?? "") is { } found and IConnectsAccounts ? found : null;

    private async Task LogInAsync()
    {
        try
        {
            var login = await begin.RunAsync(_staffId, _channel!.Key, _app);
            _leaving = true;
            navigation.NavigateTo(login.AbsoluteUri, forceLoad: true);
        }
        catch (NotAllowedException refusal)
        {
            _refusal = refusal.Message;
        }
    }
}
