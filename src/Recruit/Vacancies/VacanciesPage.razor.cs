using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Vacancies;

public sealed partial class VacanciesPage
{
    private const int PageSize = 25;

    private MudDataGrid<VacancyRow>? _grid;
    private VacancyFilter _filter = new();
    private List<Facility> _facilities = [];
    private StaffScope _scope = new([]);
    private bool _mayEdit;

    [CascadingParameter]
    private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject]
    private IDbContextFactory<RecruitDb> Contexts { get; set; } = default!;

    public void Dispose() => Navigation.LocationChanged -= Follow;

    protected override async Task OnInitializedAsync()
    {
        _filter = VacancyFilter.FromUrl(Navigation.Uri);
        Navigation.LocationChanged += Follow;
        _mayEdit = await Session.MayAsync(Permission.EditVacancies);
        await using var db = await Contexts.CreateDbContextAsync();
        _scope = await db.ScopeOfAsync(await Session.StaffIdAsync());
        _facilities = await db.Facilities.AsNoTracking().Where(facility => _scope.FacilityIds.Count == 0 || _scope.FacilityIds.Contains(facility.Id)).OrderBy(facility => facility.Name).ToListAsync();
    }

    private SortDirection Initial(VacancySort sort) => _filter.Sort != sort ? SortDirection.None : _filter.Descending ? SortDirection.Descending : SortDirection.Ascending;

    /// <summary>A changed filter goes into the address; the address brings it back here, as a link from elsewhere would.</summary>
    private void Show(VacancyFilter filter) => Navigation.NavigateTo((filter with { Page = 0 }).ToUrl(), replace: true);

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        var filter = VacancyFilter.FromUrl(change.Location);
        // Sorting and paging were done by the grid itself, which has loaded already.
        if (filter == _filter || !change.Location.Contains(Shell.Urls.Vacancies, StringComparison.Ordinal))
            return;

        _filter = filter;
        _ = InvokeAsync(async () =>
        {
            StateHasChanged();
            await _grid!.ReloadServerData();
        });
    }

    private async Task<GridData<VacancyRow>> LoadAsync(GridState<VacancyRow> state, CancellationToken ct)
    {
        if (state.SortDefinitions.FirstOrDefault() is { } sort && Enum.TryParse<VacancySort>(sort.SortBy, out var by))
            Keep(_filter with { Sort = by, Descending = sort.Descending, Page = state.Page });

        await using var db = await Contexts.CreateDbContextAsync(ct);
        // Read again at each load: the circuit may be hours old.
        _scope = await db.ScopeOfAsync(await Session.StaffIdAsync(), ct);
        var found = _filter.Apply(db.Vacancies.AsNoTracking().VisibleTo(_scope));
        var rows = await _filter.Order(found).Skip(state.Page * PageSize).Take(PageSize)
            .Select(vacancy => new VacancyRow(vacancy.Id, vacancy.RequisitionId, vacancy.Title, vacancy.Specialty, vacancy.Department, vacancy.Facility!.Name, vacancy.Facility.ShortName,
                vacancy.TimeZone == "" ? vacancy.Facility.TimeZone : vacancy.TimeZone, vacancy.State, vacancy.ClosesOn, vacancy.ChangedAt))
            .ToListAsync(ct);
        return new GridData<VacancyRow> { TotalItems = await found.CountAsync(ct), Items = rows };
    }

    private void Keep(VacancyFilter filter)
    {
        if (filter == _filter)
            return;
        _filter = filter;
        Navigation.NavigateTo(filter.ToUrl(), replace: true);
    }

    private async Task<IEnumerable<string>> FindSpecialties(string? text, CancellationToken ct)
    {
        await using var db = await Contexts.CreateDbContextAsync(ct);
        var all = await db.Vacancies.VisibleTo(_scope).Where(vacancy => vacancy.Specialty != "").Select(vacancy => vacancy.Specialty).Distinct().OrderBy(specialty => specialty).ToListAsync(ct);
        return all.Where(specialty => specialty.Contains(text ?? "", StringComparison.OrdinalIgnoreCase));
    }
}
