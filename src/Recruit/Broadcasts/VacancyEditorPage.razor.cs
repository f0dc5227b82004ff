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
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

public sealed partial class VacancyEditorPage(
    IDbContextFactory<RecruitDb> contexts,
    SaveVacancy save,
    RefreshCopy refresh,
    TimeProvider clock,
    NavigationManager navigation,
    IDialogService dialogs,
    ISnackbar snackbar)
{
    private readonly HashSet<string> _touched = [];
    private Vacancy? _vacancy;
    private List<Facility> _facilities = [];
    private IReadOnlyList<VacancyProblem> _toSave = [];
    private IReadOnlyList<VacancyProblem> _toOpen = [];
    private Guid _staffId;
    private bool _missing;
    private bool _dirty;
    private bool _busy;
    private bool _tried;
    private string? _refusal;

    [Parameter] public Guid? Id { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await using var db = await contexts.CreateDbContextAsync();
        await db.DemandAsync(_staffId, Permission.EditVacancies);
        var scope = await db.ScopeOfAsync(_staffId);
        _facilities = [.. (await db.Facilities.AsNoTracking().OrderBy(facility => facility.Name).ToListAsync()).Where(facility => scope.Includes(facility.Id))];
        if (Id is { } id)
        {
            _vacancy = await db.Vacancies.AsNoTracking().Include(vacancy => vacancy.Facility).VisibleTo(scope).SingleOrDefaultAsync(vacancy => vacancy.Id == id);
            _missing = _vacancy is null;
            _refusal = _vacancy is { IsClosed: true } ? "This vacancy is closed and can no longer be changed." : null;
        }
        else
        {
            _vacancy = new Vacancy { FacilityId = _facilities.Count == 1 ? _facilities[0].Id : Guid.Empty };
        }

        Check();
    }

    private void Touch(string field)
    {
        _touched.Add(field);
        _dirty = true;
        _refusal = null;
        Check();
    }

    private void Check()
    {
        if (_vacancy is null)
            return;

        _vacancy.Facility = _facilities.Find(facility => facility.Id == _vacancy.FacilityId);
        _toSave = VacancyRules.ProblemsToSave(_vacancy);
        _toOpen = VacancyRules.ProblemsToOpen(_vacancy, _vacancy.Today(clock.GetUtcNow()));
    }

    /// <summary>A field speaks once it was touched, or when saving was tried.</summary>
    private string? ProblemOf(string field)
    {
        var mustBeComplete = _tried || _vacancy?.State == VacancyState.Open;
        return (mustBeComplete ? _toOpen : _toSave).FirstOrDefault(problem => problem.Field == field && (_tried || _touched.Contains(field)))?.Sentence;
    }

    private async Task SaveAsync(bool open)
    {
        _tried = open || _toSave.Count > 0;
        _busy = true;
        try
        {
            switch (await save.RunAsync(new SaveVacancyRequest(_staffId, _vacancy!, open)))
            {
                case SaveVacancyResult.Saved saved:
                    await SavedAsync(saved, open);
                    break;
                case SaveVacancyResult.Incomplete incomplete:
                    _tried = true;
                    _refusal = Refusal(incomplete.Problems);
                    break;
                case SaveVacancyResult.Overtaken overtaken:
                    _refusal = overtaken.Sentence;
                    break;
            }
        }
        catch (NotAllowedException refusal)
        {
            _refusal = refusal.Message;
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>The fields say what they know; what only the database knows, such as a requisition id in use, is said in full.</summary>
    private string Refusal(IReadOnlyList<VacancyProblem> problems)
    {
        var known = problems.Intersect(_toOpen).Count();
        var marked = known == 0 ? "" : known == 1 ? " One field needs you: it is marked." : $" {known} fields need you: they are marked.";
        return $"Not saved yet.{marked} {string.Join(' ', problems.Except(_toOpen).Select(problem => problem.Sentence))}".TrimEnd();
    }

    private async Task SavedAsync(SaveVacancyResult.Saved saved, bool opened)
    {
        _dirty = false;
        var stale = saved.Changed.Count > 0 ? await refresh.RunAsync(saved.VacancyId) : 0;
        snackbar.Add(
            stale > 0 ? $"Saved. {stale} planned {(stale == 1 ? "post says" : "posts say")} something else now and must be approved again." : opened ? "Saved and open." : "Saved.",
            stale > 0 ? Severity.Warning : Severity.Success);
        navigation.NavigateTo(Urls.Vacancy(saved.VacancyId));
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (_dirty && !await ConfirmDialog.AskAsync(dialogs, "Leave without saving?", "What you changed on this page is lost.", "Leave", destructive: true))
            leaving.PreventNavigation();
    }
}
