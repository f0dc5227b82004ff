using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

public sealed partial class BroadcastComposer(IDbContextFactory<RecruitDb> databases, PlanBroadcast plan, ComposeCopy compose, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HashSet<Guid> _chosen = [];
    private readonly HashSet<Guid> _everyone = [];
    private readonly Dictionary<string, string> _codes = [];
    private readonly Dictionary<string, string> _edits = [];
    private readonly Dictionary<Guid, TargetingChoice> _audiences = [];
    private Guid? _seenVersion;
    private List<Account> _accounts = [];
    private Dictionary<PlannedPost, string> _keys = [];
    private BroadcastPreview? _preview;
    private IReadOnlyList<string> _refusals = [];
    private CancellationTokenSource _newest = new();
    private bool _announce = true;
    private bool _atOnce = true;
    private DateTime? _day;
    private string _time = "09:00";
    private bool _remind;
    private int _remindDays = 7;
    private bool _closing;
    private int _closingDays = 3;
    private bool _filled = true;
    private bool _evenLate;
    private Dictionary<Guid, MonthSpend> _spent = [];
    private bool _busy;

    [Parameter, EditorRequired] public Vacancy Vacancy { get; set; } = default!;
    [Parameter, EditorRequired] public Guid StaffId { get; set; }
    /// <summary>Chosen at first, alone; null: those that are for such an opening.</summary>
    [Parameter] public Guid? OnlyAccount { get; set; }
    [Parameter] public EventCallback<int> Submitted { get; set; }

    [Inject] private ChannelCatalog Channels { get; set; } = default!;

    private string ZoneName => $"{Vacancy.PlaceCity} time ({ZoneTime.ShortName(Vacancy.Zone, clock.GetUtcNow())})";

    // What it costs is said before anybody approves it.
    private IEnumerable<string> Costs => PlannedCost.Words(_preview?.Copies.Select(copy => (_accounts.Single(account => account.Id == copy.Post.AccountId), copy.Content.Text)) ?? [], Channels, _spent);

    private bool IsTimeMissing => _announce && !_atOnce && (_day is null || !TimeOnly.TryParse(_time, CultureInfo.InvariantCulture, out _));

    /// <summary>The accounts whose posts cannot be targeted, and why.</summary>
    private IEnumerable<(Account Account, string Reason)> Fallbacks => (_preview?.Copies ?? [])
        .Where(copy => copy.Content.Targeting.Fallback is not null)
        .Select(copy => (_accounts.First(account => account.Id == copy.Post.AccountId), copy.Content.Targeting.Fallback!)).Distinct();

    private bool IsChoiceMissing => Fallbacks.Any(one => !_everyone.Contains(one.Account.Id));

    private string ButtonText
    {
        get
        {
            var copies = _preview!.Copies;
            var accounts = copies.Select(copy => copy.Post.AccountId).Distinct().Count();
            var first = copies.Any(copy => copy.Post is { DueAt: null, AwaitsRelease: false })
                ? "as soon as approved"
                : copies.Min(copy => copy.Post.DueAt) is { } due ? ZoneTime.Say(due, Vacancy.Zone, clock.GetUtcNow()) : "when filled";
            return $"Send for approval: {Count(accounts, "account")}, {Count(copies.Count, "post")}, first {first}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _day = Vacancy.Zone.LocalTime(clock.GetUtcNow()).Date.AddDays(1);
        _closing = Vacancy.ClosesOn is not null;
        await using var db = await databases.CreateDbContextAsync();
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Handle).ToListAsync();
        _spent = await db.SpentAsync(clock.GetUtcNow());
        var order = Channels.All.Select(channel => channel.Key).ToList();
        _accounts = [.. accounts.OrderBy(account => order.IndexOf(account.Channel))];
        if (OnlyAccount is { } only && _accounts.Exists(account => account.Id == only))
            _chosen.Add(only);
        else
            _chosen.UnionWith(AccountRoute.Choose(_accounts, Vacancy.FacilityId, Vacancy.Department, Vacancy.Specialty).Select(account => account.Id));
    }

    // Somebody may change the facts, or open it again, while this stands open.
    protected override async Task OnParametersSetAsync()
    {
        if (_seenVersion == Vacancy.Version)
            return;
        _seenVersion = Vacancy.Version;
        _audiences.Clear();
        _everyone.Clear();
        // A choice made during the first, slow rendering makes it pointless.
        await PreviewAsync(_newest.Token);
    }

    public void Dispose()
    {
        _newest.Cancel();
        _newest.Dispose();
    }

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static string Heading(Moment moment, List<ComposedCopy> copies)
    {
        var times = copies.Select(copy => copy.Post.DueAt).Distinct().Count();
        return times > 1 ? $"{moment.Words()} ({times})" : moment.Words();
    }

    private Task ChooseAsync(Guid accountId, bool chosen)
    {
        Toggle(_chosen, accountId, chosen);
        return PreviewSoonAsync();
    }

    private static void Toggle(HashSet<Guid> ids, Guid id, bool chosen)
    {
        if (chosen)
            ids.Add(id);
        else
            ids.Remove(id);
    }

    /// <summary>Waits for a pause in what the person does; a newer change makes an older preview pointless.</summary>
    private async Task PreviewSoonAsync()
    {
        await _newest.CancelAsync();
        _newest.Dispose();
        _newest = new CancellationTokenSource();
        var newest = _newest.Token;
        try
        {
            await Task.Delay(Pause, clock, newest);
            await PreviewAsync(newest);
        }
        catch (OperationCanceledException)
        {
            // A newer change came.
        }
    }

    private async Task PreviewAsync(CancellationToken ct)
    {
        _refusals = IsTimeMissing ? ["Enter the day and the time of the announcement, or send it as soon as it is approved."] : [];
        if (IsTimeMissing)
            return;

        var places = new Dictionary<(Guid, Moment), int>();
        var keys = new Dictionary<PlannedPost, string>();
        var preview = await plan.PreviewAsync(Vacancy.Id, [.. _accounts.Select(account => account.Id).Where(_chosen.Contains)], Choices(), post =>
        {
            var place = places[(post.AccountId, post.Moment)] = places.GetValueOrDefault((post.AccountId, post.Moment)) + 1;
            var key = $"{post.AccountId} {post.Moment} {place}";
            keys[post] = key;
            return _codes.TryGetValue(key, out var code) ? code : _codes[key] = LinkCode.Mint();
        }, _audiences, ct);
        ct.ThrowIfCancellationRequested();
        _keys = keys;
        _preview = preview with { Copies = [.. preview.Copies.Select(copy => _edits.TryGetValue(KeyOf(copy.Post), out var text) ? Recompose(preview, copy, text) : copy)] };
    }

    private string KeyOf(PlannedPost post) => _keys[post];

    private ComposedCopy Recompose(BroadcastPreview preview, ComposedCopy copy, string? text)
        => compose.Compose(new Subject.One(preview.Vacancy), preview.Accounts.Single(account => account.Id == copy.Post.AccountId), copy.Post, copy.LinkCode, copy.Content.Targeting, text);

    /// <param name="text">Null: back to the template's words.</param>
    private void EditAsync(ComposedCopy copy, string? text)
    {
        if (text is null)
            _edits.Remove(KeyOf(copy.Post));
        else
            _edits[KeyOf(copy.Post)] = text;
        _preview = _preview! with { Copies = [.. _preview.Copies.Select(one => one == copy ? Recompose(_preview, one, text) : one)] };
    }

    private BroadcastChoices Choices()
    {
        DateTimeOffset? at = _announce && !_atOnce && _day is { } day && TimeOnly.TryParse(_time, CultureInfo.InvariantCulture, out var time)
            ? Vacancy.Zone.InstantOf(DateOnly.FromDateTime(day), time)
            : null;
        return new BroadcastChoices(_announce, at, _remind ? _remindDays : null, _closing ? _closingDays : null, _filled, _evenLate ? LatePolicy.Send : LatePolicy.Skip);
    }

    private async Task SubmitAsync()
    {
        _busy = true;
        try
        {
            var chosen = _preview!.Copies.Select(copy => new ChosenCopy(copy.Post, copy.LinkCode, copy.Content.Targeting, _edits.GetValueOrDefault(KeyOf(copy.Post)), _everyone.Contains(copy.Post.AccountId))).ToList();
            switch (await plan.RunAsync(Vacancy.Id, chosen, Choices().LatePolicy, StaffId))
            {
                case BroadcastResult.Submitted submitted:
                    _codes.Clear();
                    _edits.Clear();
                    await Submitted.InvokeAsync(submitted.DeliveryIds.Count);
                    await PreviewAsync(CancellationToken.None);
                    break;
                case BroadcastResult.Refused refused:
                    _refusals = refused.Reasons;
                    break;
            }
        }
        catch (NotAllowedException refusal)
        {
            _refusals = [refusal.Message];
        }
        finally
        {
            _busy = false;
        }
    }
}
