using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Broadcasts;

public sealed partial class ApprovalPage(
    IDbContextFactory<RecruitDb> databases, ApproveDeliveries approve, ComplianceGuard guard, TimeProvider clock, IDialogService dialogs, ISnackbar snackbar)
{
    private readonly HashSet<Guid> _chosen = [];
    private Broadcast? _broadcast;
    private List<PlannedDelivery> _held = [];
    private Dictionary<Guid, MonthSpend> _spent = [];
    private IReadOnlyList<string> _refusals = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Guid _staffId;
    private bool _mayApprove;
    private bool _isWriter;
    private bool _missing;
    private bool _busy;
    private int _at;

    [Parameter] public Guid BroadcastId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject] private ChannelCatalog Channels { get; set; } = default!;

    private string Title => _broadcast?.Vacancy?.Title ?? _broadcast?.Planned.FirstOrDefault()?.Delivery!.Label ?? "Approval";

    private string? Subtitle => _broadcast is null ? null
        : $"{(_broadcast.SubmittedBy is null ? "Planned by the clock" : $"Submitted by {_broadcast.SubmittedByName}")}. You see what everybody will see.";

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await LoadAsync();
        _chosen.UnionWith(_mayApprove ? _held.Select(planned => planned.DeliveryId) : []);
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var scope = await db.ScopeOfAsync(_staffId);
        var broadcast = await db.Broadcasts.AsNoTracking().VisibleTo(scope)
            .Include(one => one.Vacancy).ThenInclude(vacancy => vacancy!.Facility)
            .Include(one => one.Planned).ThenInclude(planned => planned.Delivery).ThenInclude(delivery => delivery!.Account)
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == BroadcastId);
        if (broadcast is null)
        {
            (_missing, _broadcast) = (true, null);
            return;
        }

        // All is read before any of it is shown: half of it would tell an approver for a moment that they may not approve.
        var zone = broadcast.Vacancy?.Zone ?? (await db.Facilities.AsNoTracking().SingleAsync(facility => facility.Id == broadcast.FacilityId)).Zone;
        var spent = await db.SpentAsync(clock.GetUtcNow());
        var mayApprove = await Session.MayAsync(Permission.ApproveDeliveries);
        (_missing, _broadcast, _zone, _spent) = (false, broadcast, zone, spent);
        _held = [.. broadcast.Planned.Where(planned => planned.Delivery!.State == DeliveryState.Held)
            .OrderBy(planned => planned.Moment).ThenBy(planned => planned.Delivery!.DueAt).ThenBy(planned => Channels.PlaceOf(planned.Delivery!.Account!.Channel))];
        _isWriter = _held.Exists(planned => planned.Delivery!.Writers.Contains(_staffId));
        _mayApprove = mayApprove && !_held.TrueForAll(planned => planned.Delivery!.Writers.Contains(_staffId));
        _chosen.IntersectWith(_held.Select(planned => planned.DeliveryId));
        _at = Math.Clamp(_at, 0, Math.Max(0, _held.Count - 1));
    }

    private IReadOnlyList<Finding> Findings(Delivery delivery) => guard.Check(delivery.ToDraft(Channels[delivery.Account!.Channel])).Findings;

    private void Choose(Guid id, bool chosen)
    {
        if (chosen)
            _chosen.Add(id);
        else
            _chosen.Remove(id);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "j":
                _at = Math.Min(_at + 1, _held.Count - 1);
                break;
            case "k":
                _at = Math.Max(_at - 1, 0);
                break;
            case "x" when _mayApprove && _held.Count > 0:
                Choose(_held[_at].DeliveryId, !_chosen.Contains(_held[_at].DeliveryId));
                break;
            case "a" when _mayApprove && _chosen.Count > 0:
                await ApproveAsync();
                break;
            case "r" when _mayApprove && _chosen.Count > 0:
                await SendBackAsync();
                break;
        }
    }

    private Task ApproveAsync() => ActAsync(async () =>
    {
        // What was shown is what is approved: the hashes are those of the rows on this page.
        var seen = _held.Where(planned => _chosen.Contains(planned.DeliveryId)).Select(planned => new SeenDelivery(planned.DeliveryId, planned.Delivery!.Hash)).ToList();
        var result = await approve.RunAsync(seen, _staffId);
        _refusals = result.Refusals;
        if (result.Approved > 0)
            snackbar.Add(result.Approved == 1 ? "One post is approved." : $"{result.Approved} posts are approved.", MudBlazor.Severity.Success);
    });

    private async Task SendBackAsync()
    {
        var dialog = await dialogs.ShowAsync<SendBackDialog>("Send back to the author");
        if (await dialog.Result is not { Canceled: false, Data: string reason })
            return;

        await ActAsync(async () =>
        {
            var result = await approve.SendBackAsync([.. _chosen], reason, _staffId);
            _refusals = result.Refusals;
            if (result.Refusals.Count == 0)
                snackbar.Add("Sent back with your reason.", MudBlazor.Severity.Success);
        });
    }

    private async Task ActAsync(Func<Task> act)
    {
        _busy = true;
        try
        {
            await act();
        }
        catch (NotAllowedException refusal)
        {
            _refusals = [refusal.Message];
        }
        finally
        {
            _busy = false;
        }

        await LoadAsync();
    }
}
