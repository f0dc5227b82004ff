using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Shell.Parts;

namespace Recruit.Staff;

public sealed partial class StaffPage(
    IDbContextFactory<RecruitDb> contexts, ChangeStaff change, MakeSignInLink links, NavigationManager navigation, IDialogService dialogs, ISnackbar snackbar)
{
    private List<StaffMember>? _people;
    private List<Facility> _facilities = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Guid _staffId;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.DemandAsync(_staffId, Permission.RunStaff);
        _people = await db.Users.AsNoTracking().OrderBy(person => person.Disabled).ThenBy(person => person.Name).ToListAsync();
        _facilities = await db.Facilities.AsNoTracking().OrderBy(facility => facility.Name).ToListAsync();
        _zone = await db.ZoneOfAsync(_staffId);
    }

    private string FacilitiesOf(StaffMember person) => person.FacilityIds.Count == 0
        ? "All"
        : string.Join(", ", _facilities.Where(facility => person.FacilityIds.Contains(facility.Id)).Select(facility => facility.Name));

    private async Task InviteAsync()
    {
        var dialog = await dialogs.ShowAsync<InviteDialog>("Invite a person", new DialogParameters<InviteDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Facilities, _facilities },
        });
        if (await dialog.Result is not { Canceled: false, Data: Invited { Code: { } code } invited })
            return;

        await LoadAsync();
        await ShowLinkAsync(invited.Staff, code);
    }

    private async Task ChangeAsync(StaffMember person)
    {
        var dialog = await dialogs.ShowAsync<ChangeStaffDialog>(person.Name, new DialogParameters<ChangeStaffDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Person, person },
            { part => part.Facilities, _facilities },
        });
        if (await dialog.Result is { Canceled: false })
            await LoadAsync();
    }

    private async Task DisableAsync(StaffMember person)
    {
        var sure = await ConfirmDialog.AskAsync(dialogs, $"Disable {person.Name}?",
            $"{person.Name} is signed out within a minute and cannot sign in until someone enables them again. What they did stays in the audit.", "Disable", destructive: true);
        if (sure)
            await TryAsync(() => change.DisableAsync(_staffId, person.Id), $"{person.Name} is disabled.");
    }

    private Task EnableAsync(StaffMember person) => TryAsync(() => change.EnableAsync(_staffId, person.Id), $"{person.Name} can sign in again.");

    private Task MakeLinkAsync(StaffMember person)
        => TryAsync(async () => await ShowLinkAsync(person, await links.RunAsync(_staffId, person.Id)), done: null);

    private Task<IDialogReference> ShowLinkAsync(StaffMember person, string code)
        => dialogs.ShowAsync<LinkDialog>("One-time sign-in link", new DialogParameters<LinkDialog>
        {
            { part => part.Name, person.Name },
            { part => part.Link, navigation.ToAbsoluteUri(Urls.SignInLink(code)).ToString() },
        });

    private async Task TryAsync(Func<Task> act, string? done)
    {
        await snackbar.SayAsync(act, done);
        await LoadAsync();
    }
}
