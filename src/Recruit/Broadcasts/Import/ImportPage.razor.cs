using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Broadcasts.Import;

public sealed partial class ImportPage
{
    private const long LargestFile = 20 * 1024 * 1024;

    private List<Facility> _facilities = [];
    private VacancyCsv? _csv;
    private string _fileName = "";
    private string? _problem;
    private Guid? _facilityId;
    private ImportPlan? _plan;
    private ImportResult? _result;
    private bool _busy;
    private bool _writing;
    private int _done;

    [CascadingParameter]
    private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject]
    private IDbContextFactory<RecruitDb> Contexts { get; set; } = default!;

    [Inject]
    private ImportVacancies Import { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    private static string OtherColumns => string.Join(", ", ImportColumns.All.Except(ImportColumns.Needed));

    private int Work => _plan is null ? 0 : _plan.Count(ImportAct.Create) + _plan.Count(ImportAct.Update);

    protected override async Task OnInitializedAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var staffId = await Session.StaffIdAsync();
        await db.DemandAsync(staffId, Permission.EditVacancies);
        var scope = await db.ScopeOfAsync(staffId);
        _facilities = await db.Facilities.AsNoTracking().Where(facility => scope.FacilityIds.Count == 0 || scope.FacilityIds.Contains(facility.Id)).OrderBy(facility => facility.Name).ToListAsync();
    }

    private async Task ReadAsync(IBrowserFile? file)
    {
        (_csv, _plan, _result, _problem, _facilityId) = (null, null, null, null, null);
        if (file is null)
            return;
        if (file.Size > LargestFile)
        {
            _problem = "The file is larger than 20 MB. Split it and import the parts one after the other.";
            return;
        }

        _fileName = file.Name;
        await using var content = file.OpenReadStream(LargestFile);
        var csv = await VacancyCsv.ReadAsync(content);
        _problem = csv.Problem;
        if (_problem is not null)
            return;

        _csv = csv;
        await PlanAsync();
    }

    private async Task MapAsync(Guid? facilityId)
    {
        _facilityId = facilityId;
        await PlanAsync();
    }

    private Task PlanAsync() => DoAsync(async () => _plan = await Import.PlanAsync(await RequestAsync()));

    private Task ImportAsync() => DoAsync(async () =>
    {
        (_writing, _done) = (true, 0);
        _result = await Import.RunAsync(await RequestAsync(), new Told(done =>
        {
            _done = done;
            _ = InvokeAsync(StateHasChanged);
        }));
        _plan = _result.Plan;
    });

    private async Task DoAsync(Func<Task> act)
    {
        _busy = true;
        StateHasChanged();
        try
        {
            await act();
        }
        catch (NotAllowedException refusal)
        {
            Snackbar.Add(refusal.Message, Severity.Error);
        }
        finally
        {
            (_busy, _writing) = (false, false);
        }
    }

    private async Task<ImportRequest> RequestAsync() => new(await Session.StaffIdAsync(), _fileName, _csv!.Rows, _facilityId);

    private static string ImportWords(ImportPlan plan)
    {
        List<string> parts = [];
        if (plan.Count(ImportAct.Create) is > 0 and var created)
            parts.Add($"create {Count(created, "draft")}");
        if (plan.Count(ImportAct.Update) is > 0 and var updated)
            parts.Add($"update {Count(updated, "vacancy", "vacancies")}");
        return parts.Count == 0 ? "Nothing to import" : $"Import: {string.Join(", ", parts)}";
    }

    private static string Summary(ImportPlan plan) => $"Done: {string.Join(", ", Enum.GetValues<ImportAct>().Where(act => plan.Count(act) > 0).Select(act => $"{plan.Count(act)} {act.Words(dryRun: false)}"))}.";

    private static string Count(int count, string one, string? many = null) => $"{count:N0} {(count == 1 ? one : many ?? one + "s")}";

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
