using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Api;

public sealed partial class ApiKeysPage(IDbContextFactory<RecruitDb> contexts, MakeApiKey make, IDialogService dialogs, ISnackbar snackbar)
{
    private List<Row>? _keys;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Guid _staffId;
    private string _name = "";
    private string? _made;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var person = await db.Users.AsNoTracking().SingleAsync(staff => staff.Id == _staffId);
        var seesAll = person.Roles.Allow(Permission.RunStaff);
        _zone = await db.ZoneOfAsync(_staffId);
        _keys = await db.ApiKeys.AsNoTracking()
            .Where(key => key.RevokedAt == null && (seesAll || key.StaffId == _staffId))
            .OrderByDescending(key => key.CreatedAt)
            .Join(db.Users, key => key.StaffId, staff => staff.Id, (key, staff) => new Row(key, staff.Id, staff.Name))
            .ToListAsync();
    }

    private Task MakeAsync() => ActAsync(async () =>
    {
        _made = await make.RunAsync(_staffId, _name);
        _name = "";
    });

    private async Task RevokeAsync(ApiKey key)
    {
        if (await ConfirmDialog.AskAsync(dialogs, $"Revoke {key.Name}?", "Whatever uses this key is refused from now on. This cannot be undone.", "Revoke", destructive: true))
            await ActAsync(() => make.RevokeAsync(_staffId, key.Id));
    }

    private async Task ActAsync(Func<Task> act)
    {
        _made = null;
        await snackbar.SayAsync(act, done: null);
        await LoadAsync();
    }

    private sealed record Row(ApiKey Key, Guid Owner, string OwnerName);
}
