using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MudBlazor;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>An account's standing order for a digest, with what the next one would say.</summary>
public sealed partial class DigestPage(IDbContextFactory<RecruitDb> databases, ChangeAccount change, PlanDigests plan, IOptions<AccountOptions> options, ISnackbar snackbar)
{
    private const int Latest = 5;
    private const string Off = "off";
    private const string Weekly = "weekly";
    private const string NearCap = "near";

    private static readonly DayOfWeek[] Week = [.. Enum.GetValues<DayOfWeek>().OrderBy(day => day == DayOfWeek.Sunday ? 7 : (int)day)];

    private Account? _account;
    private List<Facility> _facilities = [];
    private List<string> _specialties = [];
    private List<DeliveryRow> _rows = [];
    private NextDigest? _next;
    private Facility? _facility;
    private string _specialty = "";
    private string? _time = "09:00";
    private string? _refusal;
    private DayOfWeek _day = DayOfWeek.Monday;
    private Guid _staffId;
    private string _when = Off;
    private MonthSpend _spent = MonthSpend.None;
    private bool _mayOrder;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid AccountId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject] private ChannelCatalog Channels { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>The next instant has its digest already.</summary>
    private bool IsWritten => _next is { } next && _account!.DigestPlannedFor >= next.At;

    private bool IsOn => _when != Off;

    private string CapWords => _account!.MonthlyCap is { } cap
        ? $"It comes in weeks that find {options.Value.NearCapPercent} % of the monthly {Money.Say(cap)} spent. Now it is {Money.Say(_spent.Total)}."
        : "This account has no monthly cap yet, so none would come. Set one under Accounts.";

    private DigestOrder? Order => IsOn && _facility is { } facility && TimeOnly.TryParse(_time, CultureInfo.InvariantCulture, out var time)
        ? new DigestOrder(facility.Id, _specialty, _day, time) { OnlyNearCap = _when == NearCap }
        : null;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayOrder = await Session.MayAsync(Permission.RunDigests);
        await using var db = await databases.CreateDbContextAsync();
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == AccountId);
        _missing = account is null;
        if (account is null)
            return;

        _facilities = await db.FacilitiesOfAsync(_staffId);
        _facility = _facilities.FirstOrDefault();
        if (account.Digest is { } order)
        {
            (_when, _specialty, _day, _time) = (order.OnlyNearCap ? NearCap : Weekly, order.Specialty, order.Day, order.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
            _facility = await db.Facilities.AsNoTracking().SingleAsync(row => row.Id == order.FacilityId);
            // Somebody who does not work for it may look, and is refused when saving.
            if (_facilities.Find(row => row.Id == _facility.Id) is { } own)
                _facility = own;
            else
                _facilities.Add(_facility);
        }

        await LookAsync();
    }

    private static string When(string? when) => when switch
    {
        Weekly => "Every week",
        NearCap => "When the monthly cap is near",
        _ => "Off",
    };

    private async Task ChooseAsync(Action choose)
    {
        choose();
        _refusal = null;
        await LookAsync();
    }

    private async Task LookAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == AccountId);
        if (_facility is { } facility)
            _specialties = await db.Vacancies.Where(vacancy => vacancy.FacilityId == facility.Id && vacancy.State == VacancyState.Open && vacancy.Specialty != "")
                .Select(vacancy => vacancy.Specialty).Distinct().ToListAsync();
        _specialties = [.. _specialties.Append(_specialty).Where(specialty => specialty.Length > 0).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        _spent = (await db.SpentAsync(Clock.GetUtcNow(), AccountId)).GetValueOrDefault(AccountId, MonthSpend.None);
        var next = Order is { } order ? await plan.PreviewAsync(AccountId, order) : null;

        var latest = await db.PlannedDeliveries.AsNoTracking().Where(planned => planned.Moment == Moment.Digest && planned.Delivery!.AccountId == AccountId)
            .OrderByDescending(planned => planned.RenderedFor).Take(Latest)
            .Include(planned => planned.Delivery).ThenInclude(delivery => delivery!.Account).Select(planned => planned.Delivery!)
            .VisibleTo(await db.ScopeOfAsync(_staffId)).ToListAsync();
        var pause = await db.PauseAsync(CancellationToken.None);
        var zone = _facility?.Zone ?? TimeZoneInfo.Utc;
        // All at once: whatever renders the page in between shows what stood there before.
        (_account, _next) = (account, next);
        _rows = latest.ConvertAll(delivery => DeliveryRow.Of(delivery, Channels, zone, Clock.GetUtcNow(), pause));
    }

    private async Task SaveAsync()
    {
        if (IsOn && Order is null)
        {
            _refusal = "Say at what time it goes out, for example 09:00.";
            return;
        }

        _busy = true;
        try
        {
            await change.SetDigestAsync(_staffId, AccountId, Order);
            // One that is due within a day is written now, so that it can be approved at once.
            var planned = await plan.RunAsync();
            snackbar.Add(Order is null ? "The digest is off. What is planned already stays." : planned > 0 ? "Saved. The next one waits for approval." : "Saved.", MudBlazor.Severity.Success);
            _refusal = null;
        }
        catch (NotAllowedException refusal)
        {
            _refusal = refusal.Message;
        }
        finally
        {
            _busy = false;
        }

        await LookAsync();
    }
}
