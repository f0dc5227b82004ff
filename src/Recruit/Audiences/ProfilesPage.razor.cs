using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Audiences;

/// <summary>Shows and edits the target profiles, one job family at a time.</summary>
public sealed partial class ProfilesPage(IDbContextFactory<RecruitDb> contexts, TargetProfiles profiles, ISnackbar snackbar)
{
    private readonly Dictionary<string, (string Kind, TargetingValue Value)> _chosen = [];
    private readonly Dictionary<string, NewValue> _entries = [];
    private List<(IChannel Network, bool Accepted)> _networks = [];
    private IReadOnlyList<CurrentProfile> _profiles = [];
    private IReadOnlyList<TargetProfile> _history = [];
    private CurrentProfile _current = default!;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Guid _staffId;
    private bool _mayEdit;
    private string? _refusal;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    private bool MayChange => _mayEdit && _networks.Any(one => one.Network == _current.Network && one.Accepted);

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            _mayEdit = (await db.Users.AsNoTracking().SingleAsync(staff => staff.Id == _staffId)).Roles.Allow(Permission.EditTargeting);
            _zone = await db.ZoneOfAsync(_staffId);
        }

        await LoadNoticesAsync();
        await LoadAsync();
    }

    private static string Words(TargetProfile profile) => profile.Facets.Count == 0
        ? "everyone at the place"
        : string.Join("; ", profile.Facets.Select(facet => string.Join(", ", facet.Values.Select(value => value.Label))));

    private async Task LoadNoticesAsync()
    {
        _networks = [];
        foreach (var network in profiles.Networks)
            _networks.Add((network, await profiles.HasAcceptedAsync(_staffId, network)));
    }

    private async Task LoadAsync()
    {
        var shown = _current?.Family.Key;
        _profiles = await profiles.ListAsync();
        if (_profiles.Count > 0)
            await ShowAsync(_profiles.FirstOrDefault(one => one.Family.Key == shown) ?? _profiles[0]);
    }

    private async Task ShowAsync(CurrentProfile? profile)
    {
        if (profile is null)
            return;

        var history = await profiles.HistoryAsync(profile.Network.Key, profile.Family.Key);
        (_current, _history, _refusal) = (profile, history, null);
        _chosen.Clear();
        foreach (var facet in profile.Facets)
            foreach (var value in facet.Values)
                _chosen[value.Id] = (facet.Kind, value);
    }

    private IEnumerable<TargetingValue> ShownOf(FacetList list)
        => list.Values.Concat(_chosen.Values.Where(one => one.Kind == list.Kind).Select(one => one.Value)).DistinctBy(value => value.Id);

    private NewValue Entry(FacetList list) => _entries.TryGetValue(list.Kind, out var entry) ? entry : _entries[list.Kind] = new NewValue();

    private void Choose(FacetList list, TargetingValue value, bool chosen)
    {
        if (chosen)
            _chosen[value.Id] = (list.Kind, value);
        else
            _chosen.Remove(value.Id);
    }

    private void Add(FacetList list)
    {
        var entry = Entry(list);
        var value = new TargetingValue(list.IdStart + entry.Number.Trim(), entry.Name.Trim());
        _refusal = ProfileRules.Check((ITargetsAudiences)_current.Network, [new TargetingFacet(list.Kind, [value])], out var stored);
        if (_refusal is not null)
            return;

        Choose(list, stored[0].Values[0], chosen: true);
        _entries.Remove(list.Kind);
    }

    private async Task AcceptAsync(IChannel network)
    {
        await snackbar.SayAsync(() => profiles.AcceptAsync(_staffId, network), done: null);
        await LoadNoticesAsync();
    }

    private Task SaveAsync() => snackbar.SayAsync(async () =>
    {
        List<TargetingFacet> facets = [.. _chosen.Values.GroupBy(one => one.Kind, (kind, values) => new TargetingFacet(kind, [.. values.Select(one => one.Value)]))];
        switch (await profiles.SaveAsync(_staffId, _current.Network, _current.Family, facets, _current.Version))
        {
            case SaveProfileResult.Saved saved:
                await LoadAsync();
                snackbar.Add($"Saved as version {saved.Profile.Version}. Posts that are planned from now on use it.", Severity.Success);
                break;
            case SaveProfileResult.Refused refused:
                _refusal = refused.Sentence;
                break;
            case SaveProfileResult.NotNow later:
                _refusal = later.Sentence;
                break;
        }
    }, done: null);

    private sealed class NewValue
    {
        public string Number { get; set; } = "";

        public string Name { get; set; } = "";
    }
}
