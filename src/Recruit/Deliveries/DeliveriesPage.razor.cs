using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

public sealed partial class DeliveriesPage(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, NavigationManager navigation)
{
    private const int PageSize = 25;

    private IReadOnlyList<DeliveryRow>? _rows;
    private List<(string Key, string Name)> _places = [];
    private int _total;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    // The filter lives in the address, so that a view can be sent to somebody.
    [SupplyParameterFromQuery] private string? State { get; set; }
    [SupplyParameterFromQuery] private string? On { get; set; }
    [SupplyParameterFromQuery] private string? Search { get; set; }
    [SupplyParameterFromQuery] private int? Page { get; set; }

    private bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(On) || !string.IsNullOrEmpty(Search);

    private int Pages => (_total + PageSize - 1) / PageSize;

    private int Number => Math.Clamp(Page ?? 1, 1, Math.Max(1, Pages));

    protected override async Task OnInitializedAsync()
    {
        await using var db = await databases.CreateDbContextAsync(Closed);
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Handle).ToListAsync(Closed);
        foreach (var network in channels.All)
        {
            var own = accounts.Where(account => account.Channel == network.Key).ToList();
            if (own.Count > 0)
                _places.Add((network.Key.Value, network.Name));
            if (own.Count > 1)
                _places.AddRange(own.Select(account => (account.Id.ToString(), $"{network.Name}: {account.Handle}")));
        }
    }

    protected override async Task OnParametersSetAsync() => await LookAsync(Closed);

    protected override async Task<bool> LookAsync(CancellationToken ct)
    {
        var staffId = await Session.StaffIdAsync();
        await using var db = await databases.CreateDbContextAsync(ct);
        var matching = db.Deliveries.AsNoTracking().Matching(await db.ScopeOfAsync(staffId, ct), State, On, Search);
        var total = await matching.CountAsync(ct);
        var shown = await matching.Include(delivery => delivery.Account).LatestFirst(Clock.GetUtcNow()).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var zones = await db.Facilities.AsNoTracking().ToDictionaryAsync(facility => facility.Id, facility => facility.Zone, ct);

        var pause = await db.PauseAsync(ct);
        var now = Clock.GetUtcNow();
        List<DeliveryRow> rows = [.. shown.Select(delivery => DeliveryRow.Of(delivery, channels, zones[delivery.FacilityId], now, pause))];
        if (_rows is not null && total == _total && rows.Select(row => row.Mark).SequenceEqual(_rows.Select(row => row.Mark)))
            return false;

        (_rows, _total) = (rows, total);
        return true;
    }

    private string PlaceName(string? key) => _places.Find(place => place.Key == key).Name ?? "";

    private void Filter(string? state, string? on, string? search) => Go(new()
    {
        ["state"] = string.IsNullOrEmpty(state) ? null : state,
        ["on"] = string.IsNullOrEmpty(on) ? null : on,
        ["search"] = string.IsNullOrEmpty(search) ? null : search,
        ["page"] = null,
    });

    private void Turn(int page) => Go(new() { ["page"] = page > 1 ? page : null });

    private void Go(Dictionary<string, object?> query) => navigation.NavigateTo(navigation.GetUriWithQueryParameters(query), replace: true);
}
