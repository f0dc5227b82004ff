using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

public sealed partial class VacancyPage(
    IDbContextFactory<RecruitDb> databases,
    OpenVacancy open,
    PauseVacancy pause,
    CloseVacancy close,
    RefreshCopy refresh,
    ChannelCatalog channels,
    IDialogService dialogs,
    ISnackbar snackbar)
{
    private Vacancy? _vacancy;
    private List<DeliveryRow> _rows = [];
    private decimal _spent;
    private IReadOnlyList<VacancyProblem> _problems = [];
    private Guid _staffId;
    private bool _mayEdit;
    private bool _maySubmit;
    private bool _missing;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The account to choose for the broadcast, when a link names one.</summary>
    [SupplyParameterFromQuery(Name = "account")] public Guid? AccountId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayEdit = await Session.MayAsync(Permission.EditVacancies);
        _maySubmit = await Session.MayAsync(Permission.SubmitBroadcasts);
        await LookAsync(Closed);
    }

    protected override async Task<bool> LookAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await db.ScopeOfAsync(_staffId, ct);
        var vacancy = await db.Vacancies.AsNoTracking().Include(row => row.Facility).VisibleTo(scope).SingleOrDefaultAsync(row => row.Id == Id, ct);
        _missing = vacancy is null;
        if (vacancy is null)
            return true;

        var deliveries = await db.PlannedDeliveries.AsNoTracking().Where(planned => planned.Broadcast!.VacancyId == Id || planned.Broadcast.Digest.Any(one => one.VacancyId == Id))
            .Include(planned => planned.Delivery).ThenInclude(delivery => delivery!.Account)
            .OrderBy(planned => planned.Delivery!.DueAt ?? planned.Delivery.CreatedAt).ThenBy(planned => planned.DeliveryId)
            .Select(planned => planned.Delivery!)
            .ToListAsync(ct);
        _spent = Money.FromMicros(await db.PlannedDeliveries.Where(planned => planned.Broadcast!.VacancyId == Id && planned.Delivery!.PublishedAt != null)
            .SumAsync(planned => planned.Delivery!.CostMicros ?? 0, ct));
        var pause = await db.PauseAsync(ct);
        var rows = deliveries.ConvertAll(delivery => DeliveryRow.Of(delivery, channels, vacancy.Zone, Clock.GetUtcNow(), pause));
        var changed = vacancy.Version != _vacancy?.Version || !rows.Select(row => row.Mark).SequenceEqual(_rows.Select(row => row.Mark));
        // The composer holds on to the vacancy it was given, so an unchanged one stays the same object.
        if (vacancy.Version != _vacancy?.Version)
            _vacancy = vacancy;
        if (changed)
            _rows = rows;
        return changed;
    }

    private Task OpenAsync() => ActAsync(async () =>
    {
        switch (await open.RunAsync(_staffId, Id))
        {
            case OpenVacancyResult.Opened:
                _problems = [];
                return "It is open for applicants.";
            case OpenVacancyResult.Incomplete incomplete:
                _problems = incomplete.Problems;
                return null;
            case OpenVacancyResult.Overtaken overtaken:
                return overtaken.Sentence;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    });

    private Task PauseAsync() => ActAsync(async () =>
    {
        if (await pause.RunAsync(_staffId, Id) is { } refusal)
            return refusal;
        await refresh.RunAsync(Id);
        return "Paused: nothing new is broadcast.";
    });

    private async Task CloseAsync(VacancyState end)
    {
        var effect = await close.PreviewAsync(Id, end);
        var word = end == VacancyState.Filled ? "filled" : "withdrawn";
        if (await ConfirmDialog.AskAsync(dialogs, $"Close as {word}?", $"{Sentence(effect)} Its public page says that it is closed. This cannot be undone.", $"Close as {word}", destructive: true))
            await ActAsync(async () =>
            {
                await close.RunAsync(Id, end, "", _staffId);
                return $"Closed as {word}.";
            });
    }

    private static string Sentence(ClosingEffect effect)
    {
        var parts = new List<string>();
        void Add(int count, string one, string many)
        {
            if (count > 0)
                parts.Add(count == 1 ? one : $"{count} {many}");
        }

        Add(effect.Cancelled, "one post that has not gone out is called off", "posts that have not gone out are called off");
        Add(effect.Removed, "one live post comes down", "live posts come down");
        Add(effect.Staying, "one live post stays", "live posts stay");
        Add(effect.Notices, "one filled notice goes out", "filled notices go out");
        return parts.Count == 0 ? "Nothing is live or scheduled." : char.ToUpperInvariant(parts[0][0]) + string.Join(", ", parts)[1..] + ".";
    }

    private async Task AfterSubmitAsync(int posts)
    {
        snackbar.Add($"{posts} {(posts == 1 ? "post waits" : "posts wait")} for approval by a recruiter.", Severity.Success);
        await LookAsync(Closed);
    }

    private async Task ActAsync(Func<Task<string?>> act)
    {
        try
        {
            if (await act() is { } done)
                snackbar.Add(done, Severity.Normal);
        }
        catch (NotAllowedException refusal)
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }

        await LookAsync(Closed);
    }
}
