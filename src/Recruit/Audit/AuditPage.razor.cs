using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Audit;

public sealed partial class AuditPage(IDbContextFactory<RecruitDb> contexts, NavigationManager navigation, VerifyAudit verify)
{
    private MudTable<AuditEntry>? _table;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Guid _staffId;
    private bool _verifying;
    private AuditVerdict? _verdict;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    // The filter lives in the address, so that a view can be sent to somebody.
    [SupplyParameterFromQuery] private string? Act { get; set; }
    [SupplyParameterFromQuery] private string? Search { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await using var db = await contexts.CreateDbContextAsync();
        await db.DemandAsync(_staffId, Permission.ReadAudit);
        _zone = await db.ZoneOfAsync(_staffId);
    }

    private async Task<TableData<AuditEntry>> ReadAsync(TableState state, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(await Session.StaffIdAsync(), Permission.ReadAudit, ct: ct);
        var scope = await db.ScopeOfAsync(await Session.StaffIdAsync(), ct);

        var entries = db.AuditEntries.AsNoTracking().Matching(scope, Act, Search);
        return new TableData<AuditEntry>
        {
            TotalItems = await entries.CountAsync(ct),
            Items = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
                .Skip(state.Page * state.PageSize).Take(state.PageSize).ToListAsync(ct),
        };
    }

    private async Task VerifyAsync()
    {
        _verifying = true;
        await using (var db = await contexts.CreateDbContextAsync())
            await db.DemandAsync(await Session.StaffIdAsync(), Permission.ReadAudit);
        _verdict = await verify.RunAsync();
        _verifying = false;
    }

    private async Task FilterAsync(string? act, string? search)
    {
        (Act, Search) = (act, search);
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["act"] = string.IsNullOrEmpty(act) ? null : act,
            ["search"] = string.IsNullOrEmpty(search) ? null : search,
        }), replace: true);
        if (_table is not null)
            await _table.ReloadServerData();
    }
}
