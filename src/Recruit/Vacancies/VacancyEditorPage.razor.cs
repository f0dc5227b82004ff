using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Vacancies;

public sealed partial class VacancyEditorPage
{
    private VacancyForm? _form;
    private MudForm? _fields;
    private string? _subtitle;
    private bool _missing;
    private bool _tried;
    private bool _busy;
    private bool _leaving;

    [Parameter]
    public Guid? Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject]
    private IDbContextFactory<RecruitDb> Contexts { get; set; } = default!;

    [Inject]
    private SaveVacancy Save { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string BackUrl => Id is { } id ? Urls.Vacancy(id) : Urls.Vacancies;

    protected override async Task OnParametersSetAsync()
    {
        var staffId = await Session.StaffIdAsync();
        await using var db = await Contexts.CreateDbContextAsync();
        var scope = await db.ScopeOfAsync(staffId);
        var facilities = await db.Facilities.AsNoTracking().Where(facility => scope.FacilityIds.Count == 0 || scope.FacilityIds.Contains(facility.Id)).OrderBy(facility => facility.Name).ToListAsync();
        var vacancy = Id is null
            ? new Vacancy { FacilityId = facilities.Count == 1 ? facilities[0].Id : Guid.Empty }
            : await db.Vacancies.AsNoTracking().VisibleTo(scope).SingleOrDefaultAsync(row => row.Id == Id);
        if (vacancy is null)
        {
            _missing = true;
            return;
        }

        vacancy.Facility = facilities.Find(facility => facility.Id == vacancy.FacilityId);
        _subtitle = Id is null ? null : $"{vacancy.Title} · {vacancy.RequisitionId}";
        _form = new VacancyForm(vacancy, facilities, Clock) { Changed = () => _ = InvokeAsync(ShowProblemsAsync) };
    }

    private async Task SaveAsync(bool open)
    {
        _tried = true;
        _form!.IsForOpening = open || _form.Vacancy.State == VacancyState.Open;
        await ShowProblemsAsync();
        if (_form.Problems.Count > 0)
            return;

        _busy = true;
        try
        {
            await SettleAsync(await Save.RunAsync(new SaveVacancyRequest(await Session.StaffIdAsync(), _form.Vacancy, open)), open);
        }
        catch (NotAllowedException refusal)
        {
            Snackbar.Add(refusal.Message, Severity.Error);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task SettleAsync(SaveVacancyResult result, bool open)
    {
        switch (result)
        {
            case SaveVacancyResult.Saved saved:
                _form!.Saved(saved.Version);
                Snackbar.Add(open ? "Saved. The vacancy is open." : "Saved.", Severity.Success);
                _leaving = true;
                Navigation.NavigateTo(Urls.Vacancy(saved.VacancyId));
                break;
            case SaveVacancyResult.Incomplete incomplete:
                _form!.Refuse(incomplete.Problems);
                await ShowProblemsAsync();
                break;
            case SaveVacancyResult.Overtaken overtaken:
                Snackbar.Add(overtaken.Sentence, Severity.Warning);
                break;
        }
    }

    /// <summary>Before the first try each field speaks for itself; afterwards a change may mend a problem at another one.</summary>
    private async Task ShowProblemsAsync()
    {
        if (_tried && _fields is not null)
            await _fields.ValidateAsync();
        StateHasChanged();
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (_leaving || !_form!.IsDirty)
            return;
        if (!await ConfirmDialog.AskAsync(Dialogs, "Leave without saving?", "Your changes to this vacancy are not saved and would be lost.", "Leave", destructive: true))
            leaving.PreventNavigation();
    }
}
