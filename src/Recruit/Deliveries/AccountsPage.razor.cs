using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MudBlazor;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Stands with the deliveries, which every change of an account sets going or stops.</summary>
public sealed partial class AccountsPage(
    IDbContextFactory<RecruitDb> databases, ChangeAccount change, TestAccount test, Lanes lanes, TimeProvider clock, IDialogService dialogs, ISnackbar snackbar)
{
    private List<Row>? _rows;
    private Dictionary<Guid, string> _facilities = [];
    private Dictionary<Guid, string> _staff = [];
    private DateTimeOffset _now;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    // Of the account that was tried last.
    private (string Handle, IReadOnlyList<ProfileProposal> Proposals) _proposed = ("", []);
    private Guid _staffId;
    private bool _mayRun;
    private bool _mayOrderDigests;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject] private LimitBook Limits { get; set; } = default!;

    [Inject] private IOptions<AccountOptions> Options { get; set; } = default!;

    private int DormantDays => Options.Value.DormantDays;

    [Inject] private ChannelCatalog Channels { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayRun = await Session.MayAsync(Permission.RunAccounts);
        _mayOrderDigests = await Session.MayAsync(Permission.RunDigests);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Handle).ToListAsync();
        var last = await db.Deliveries.Where(delivery => delivery.PublishedAt != null).GroupBy(delivery => delivery.AccountId)
            .Select(group => new { AccountId = group.Key, At = group.Max(delivery => delivery.PublishedAt) })
            .ToDictionaryAsync(one => one.AccountId, one => one.At);
        var spent = await db.SpentAsync(clock.GetUtcNow());
        _facilities = await db.Facilities.AsNoTracking().ToDictionaryAsync(facility => facility.Id, facility => facility.ShortName.Length > 0 ? facility.ShortName : facility.Name);
        _staff = await db.Users.AsNoTracking().Where(staff => !staff.Disabled).OrderBy(staff => staff.Name).ToDictionaryAsync(staff => staff.Id, staff => staff.Name);
        _now = clock.GetUtcNow();
        _zone = await db.ZoneOfAsync(_staffId);
        var order = Channels.All.Select(channel => channel.Key).ToList();
        _rows = [.. accounts.OrderBy(account => order.IndexOf(account.Channel)).Select(account => new Row(account, last.GetValueOrDefault(account.Id), spent.GetValueOrDefault(account.Id, MonthSpend.None)))];
    }

    private string Words(Account account) => account.State switch
    {
        AccountState.Paused => "Paused",
        AccountState.SignedOut => "Signed out",
        AccountState.Stopped => "Stopped by the network",
        _ when account.WaitUntil > clock.GetUtcNow() => $"Limit reached until {ZoneTime.Say(account.WaitUntil.Value, _zone, clock.GetUtcNow())}",
        _ => "Working",
    };

    private async Task TryAsync(Account account)
    {
        try
        {
            var tried = await test.RunAsync(_staffId, account.Id);
            _proposed = (account.Handle, tried.Proposals);
            snackbar.Add(tried.Text, tried.Works ? Severity.Success : Severity.Error);
        }
        catch (NotAllowedException refusal)
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }
    }

    private static Tone ToneOf(Account account) => account.State switch
    {
        AccountState.Active => Tone.Good,
        AccountState.Paused => Tone.Careful,
        _ => Tone.Bad,
    };

    private Task AddAsync() => ShowAsync("Add an account with a token", null);

    private Task ReconnectAsync(Account account) => ShowAsync($"New token for {account.Handle}", account);

    private async Task ShowAsync(string title, Account? known)
    {
        var dialog = await dialogs.ShowAsync<AccountDialog>(title, new DialogParameters<AccountDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Known, known },
        });
        if (await dialog.Result is { Canceled: false, Data: Guid accountId })
        {
            await lanes.ArmAsync(accountId);
            snackbar.Add("Saved. Its deliveries go out at their times.", Severity.Success);
        }

        await LoadAsync();
    }

    private string? Name(Guid? staffId) => staffId is { } id ? _staff.GetValueOrDefault(id, "somebody whose access has ended") : null;

    private static string Days(TimeSpan since) => (int)since.TotalDays switch
    {
        1 => "1 day ago",
        var days => $"{days} days ago",
    };

    private async Task SetCareAsync(Account account)
    {
        var dialog = await dialogs.ShowAsync<CareDialog>($"Who answers for {account.Handle}", new DialogParameters<CareDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Account, account },
            { part => part.Staff, _staff },
            { part => part.Facilities, _facilities },
        });
        if (await dialog.Result is { Canceled: false })
            snackbar.Add("Saved.", Severity.Success);
        await LoadAsync();
    }

    private async Task SetCadenceAsync(Account account)
    {
        var dialog = await dialogs.ShowAsync<CadenceDialog>($"When {account.Handle} posts", new DialogParameters<CadenceDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Account, account },
        });
        if (await dialog.Result is { Canceled: false })
            snackbar.Add("Saved. What is planned from now on keeps to it.", Severity.Success);
        await LoadAsync();
    }

    private async Task SetBudgetAsync(Account account)
    {
        var dialog = await dialogs.ShowAsync<BudgetDialog>($"Monthly cap of {account.Handle}", new DialogParameters<BudgetDialog>
        {
            { part => part.StaffId, _staffId },
            { part => part.Account, account },
        });
        if (await dialog.Result is { Canceled: false })
            snackbar.Add("Saved. What waited for it is looked at again.", Severity.Success);
        await LoadAsync();
    }

    private async Task PauseAsync(Account account)
    {
        var dialog = await dialogs.ShowAsync<PauseDialog>($"Pause {account.Handle}?");
        if (await dialog.Result is { Canceled: false, Data: string reason })
            await ActAsync(account, () => change.PauseAsync(_staffId, account.Id, reason), $"{account.Handle} is paused.");
    }

    private Task ResumeAsync(Account account) => ActAsync(account, () => change.ResumeAsync(_staffId, account.Id), $"{account.Handle} goes on.");

    private Task SwitchAsync(Account account) => ActAsync(account,
        () => change.SetWhenFilledAsync(_staffId, account.Id, account.WhenFilled == WhenFilled.Remove ? WhenFilled.PostNotice : WhenFilled.Remove), "Saved.");

    private async Task ActAsync(Account account, Func<Task> act, string done)
    {
        await snackbar.SayAsync(async () =>
        {
            await act();
            await lanes.ArmAsync(account.Id);
        }, done);
        await LoadAsync();
    }

    private sealed record Row(Account Account, DateTimeOffset? LastAt, MonthSpend Spent)
    {
        public bool IsSilent(DateTimeOffset now, int days) => Account.State == AccountState.Active && now - LastAt >= TimeSpan.FromDays(days);
    }
}
