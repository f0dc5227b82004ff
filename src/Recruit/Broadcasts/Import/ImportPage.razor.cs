using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Broadcasts.Import;

public sealed partial class ImportPage(IDbContextFactory<RecruitDb> contexts, ImportVacancies import, RefreshCopy refresh)
{
    private const long LargestFile = 50 * 1024 * 1024;

    private List<Facility> _facilities = [];
    private VacancyCsv? _csv;
    private ImportPlan? _plan;
    private string? _fileName;
    private string? _problem;
    private Guid? _facilityId;
    private ImportAct? _shown;
    private Guid _staffId;
    private int _rows;
    private int _settled;
    private bool _busy;
    private bool _done;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    private string ImportLabel => Writable == 0 ? "Nothing to import" : $"Import: {string.Join(", ", Parts())}";

    private int Writable => _plan is null ? 0 : _plan.Count(ImportAct.Create) + _plan.Count(ImportAct.Update);

    /// <summary>Many rows are refused for one reason: the sentence that mends them all stands on top.</summary>
    private string? UnknownFacilities => _done || _plan is null || _plan.UnknownFacilities is not { Count: > 0 } names ? null
        : $"{_plan.WithoutFacility.Count} rows name facilities that are not here yet: {string.Join("; ", names)}. Choose one facility for all rows above, or ask an administrator to import this file, which adds them.";

    private IEnumerable<ImportLine> Lines => _plan!.Lines.Where(line => _shown is null || line.Act == _shown);

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await using var db = await contexts.CreateDbContextAsync();
        await db.DemandAsync(_staffId, Permission.EditVacancies);
        var scope = await db.ScopeOfAsync(_staffId);
        _facilities = [.. (await db.Facilities.AsNoTracking().OrderBy(facility => facility.Name).ToListAsync()).Where(facility => scope.Includes(facility.Id))];
    }

    private Task ReadAsync(IBrowserFile? file) => file is null ? Task.CompletedTask : WorkAsync(async () =>
    {
        (_plan, _done, _shown, _settled, _fileName) = (null, false, null, 0, file.Name);
        if (file.Size > LargestFile)
        {
            _problem = "The file is larger than 50 MB. Split it into several.";
            return;
        }

        await using var stream = file.OpenReadStream(LargestFile);
        _csv = await VacancyCsv.ReadAsync(stream);
        _problem = _csv.Problem;
        _rows = _csv.Rows.Count;
        await PlanAsync();
    });

    private Task ChooseFacilityAsync(Guid? facilityId)
    {
        _facilityId = facilityId;
        return _done ? Task.CompletedTask : WorkAsync(PlanAsync);
    }

    private async Task PlanAsync() => _plan = _csv is { Problem: null } ? await import.PlanAsync(Request()) : null;

    private Task ImportAsync() => WorkAsync(async () =>
    {
        var progress = new Progress<int>(settled =>
        {
            _settled = settled;
            _ = InvokeAsync(StateHasChanged);
        });
        var result = await import.RunAsync(Request(), progress);
        foreach (var changed in result.ChangedIds)
            await refresh.RunAsync(changed);
        (_plan, _done) = (result.Plan, true);
    });

    private ImportRequest Request() => new(_staffId, _fileName!, _csv!.Rows, _facilityId);

    private async Task WorkAsync(Func<Task> work)
    {
        (_busy, _problem) = (true, null);
        try
        {
            await work();
        }
        catch (NotAllowedException refusal)
        {
            _problem = refusal.Message;
        }
        catch (IOException)
        {
            _problem = "The file could not be read to its end. Choose it again.";
        }
        finally
        {
            _busy = false;
        }
    }

    private IEnumerable<string> Parts()
    {
        if (_plan!.Count(ImportAct.Create) is > 0 and var created)
            yield return created == 1 ? "1 new draft" : $"{created} new drafts";
        if (_plan.Count(ImportAct.Update) is > 0 and var updated)
            yield return updated == 1 ? "1 update" : $"{updated} updates";
    }

    private static Tone ToneOf(ImportAct act) => act switch
    {
        ImportAct.Create or ImportAct.Update => Tone.Good,
        ImportAct.Refused => Tone.Bad,
        _ => Tone.Quiet,
    };
}
