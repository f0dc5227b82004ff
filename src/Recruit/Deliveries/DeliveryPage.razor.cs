using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Deliveries;

public sealed partial class DeliveryPage(
    IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, ChangeDelivery change, TokenVault vault, IDialogService dialogs, ISnackbar snackbar)
{
    private DeliveryRow? _row;
    private List<Attempt> _attempts = [];
    private Uri? _timeline;
    private string _approver = "";
    private string _writers = "";
    private string _name = "";
    private bool _missing;
    private bool _mayChange;
    private bool _mayRunBudgets;
    private Guid _staffId;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    private bool MayBeLive => _row?.Delivery.State is DeliveryState.Published or DeliveryState.Sending or DeliveryState.Uncertain;

    protected override async Task OnParametersSetAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _name = (await Session).User.StaffName();
        _mayChange = await Session.MayAsync(Permission.ChangeDeliveries);
        _mayRunBudgets = await Session.MayAsync(Permission.RunBudgets);
        await LookAsync(Closed);
    }

    protected override async Task<bool> LookAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var delivery = await db.Deliveries.AsNoTracking().Include(row => row.Account)
            .VisibleTo(await db.ScopeOfAsync(_staffId, ct)).SingleOrDefaultAsync(row => row.Id == Id, ct);
        _missing = delivery is null;
        if (delivery is null)
            return true;

        var attempts = await db.Attempts.AsNoTracking().Where(attempt => attempt.DeliveryId == Id).OrderBy(attempt => attempt.StartedAt).ToListAsync(ct);
        var zone = (await db.Facilities.AsNoTracking().SingleAsync(facility => facility.Id == delivery.FacilityId, ct)).Zone;
        var row = DeliveryRow.Of(delivery, channels, zone, Clock.GetUtcNow(), await db.PauseAsync(ct));
        if (row.Mark == _row?.Mark && attempts.Select(Mark).SequenceEqual(_attempts.Select(Mark)))
            return false;

        Guid[] involved = [.. delivery.Writers, .. delivery.ApprovedBy is { } by ? new[] { by } : []];
        var names = await db.Users.AsNoTracking().Where(staff => involved.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);
        _approver = delivery.ApprovedBy is { } approver ? names.GetValueOrDefault(approver, "") : "";
        _writers = string.Join(", ", delivery.Writers.Select(writer => names.GetValueOrDefault(writer, "")).Where(name => name.Length > 0));
        _timeline = vault.Open(delivery.Account!) is { } access ? row.Network.TimelineUrl(access) : null;
        (_row, _attempts) = (row, attempts);
        return true;
    }

    private static (Guid, DateTimeOffset?, string) Mark(Attempt attempt) => (attempt.Id, attempt.EndedAt, attempt.Outcome);

    private async Task EditAsync()
    {
        var dialog = await dialogs.ShowAsync<EditWordsDialog>("Edit words", new DialogParameters<EditWordsDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Delivery, _row!.Delivery },
            { part => part.Network, _row.Network },
        });
        if (await dialog.Result is { Canceled: false })
            snackbar.Add("Saved. It waits for approval.", Severity.Success);
        await LookAsync(Closed);
    }

    private async Task TakeDownAsync()
    {
        var network = _row!.Network.Name;
        var (title, text, confirm) = _row.Delivery.State switch
        {
            DeliveryState.Published => ($"Take it down from {network}?", $"The post is removed from {network}, and its replies and likes go with it. This cannot be undone.", "Take it down"),
            DeliveryState.Sending or DeliveryState.Uncertain => ("Take it down?", $"It may be on its way. Recruit finds out what came of it and then removes it from {network}.", "Take it down"),
            _ => ("Call it off?", $"It will not be posted on {network}. To post it after all, plan it again from its vacancy.", "Call it off"),
        };
        if (await ConfirmDialog.AskAsync(dialogs, title, text, confirm, destructive: true))
            await ActAsync(() => change.TakeDownAsync(Id, $"By {_name}.", _staffId), "Done.");
    }

    private async Task RaiseCapAsync()
    {
        var account = _row!.Delivery.Account!;
        var dialog = await dialogs.ShowAsync<BudgetDialog>($"Monthly cap of {account.Handle}", new DialogParameters<BudgetDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Account, account },
        });
        if (await dialog.Result is { Canceled: false })
            snackbar.Add("Saved. What waited for it is looked at again.", Severity.Success);
        await LookAsync(Closed);
    }

    private Task SendBeyondCapAsync() => ActAsync(() => change.SendBeyondCapAsync(Id, _staffId), "It goes out now.");

    private Task SayLiveAsync() => ActAsync(() => change.SayLiveAsync(Id, _staffId), _row?.Delivery.State == DeliveryState.Removing ? "It is removed again." : "Noted as live.");

    private Task SayAbsentAsync() => ActAsync(() => change.SayAbsentAsync(Id, _staffId), "Noted.");

    private async Task ActAsync(Func<Task<string?>> act, string done)
    {
        try
        {
            if (await act() is { } refusal)
                snackbar.Add(refusal, Severity.Warning);
            else
                snackbar.Add(done, Severity.Success);
        }
        catch (NotAllowedException refusal)
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }

        await LookAsync(Closed);
    }
}
