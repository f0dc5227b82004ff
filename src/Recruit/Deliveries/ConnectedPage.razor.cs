using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Recruit.Accounts;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>After the login: what Recruit may do, which account it is, and a try that reads without posting.</summary>
public sealed partial class ConnectedPage(FinishConnect finish, TestAccount test, Lanes lanes)
{
    private bool _loaded;
    private bool _saving;
    private ConnectChoice? _choice;
    private string? _remoteId;
    private string? _refusal;
    private Account? _saved;
    private AccountTest? _test;
    private Guid _staffId;

    [Parameter] public Guid AttemptId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _choice = await finish.ReadAsync(_staffId, AttemptId);
        _remoteId = _choice?.Found is [var only] ? only.RemoteId : null;
        _loaded = true;
    }

    private async Task SaveAsync()
    {
        _saving = true;
        try
        {
            _saved = await finish.ChooseAsync(_staffId, AttemptId, _remoteId!);
            StateHasChanged();
            await lanes.ArmAsync(_saved.Id);
            _test = await test.RunAsync(_staffId, _saved.Id);
        }
        catch (NotAllowedException refusal)
        {
            _refusal = refusal.Message;
        }
        finally
        {
            _saving = false;
        }
    }
}
