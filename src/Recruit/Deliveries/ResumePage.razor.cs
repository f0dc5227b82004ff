using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Recruit.Channels;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Asks about everything overdue before the pause ends.</summary>
public sealed partial class ResumePage(
    IDbContextFactory<RecruitDb> databases, ResumeSending resume, ChannelCatalog channels, TimeProvider clock, NavigationManager navigation, ISnackbar snackbar)
{
    private readonly Dictionary<Guid, OverdueAnswer> _answers = [];
    private IReadOnlyList<DeliveryRow>? _rows;
    private SendingPause? _pause;
    private Guid _staffId;
    private bool _mayResume;
    private bool _busy;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    private int Open => _rows!.Count(row => !_answers.ContainsKey(row.Delivery.Id));

    private string ButtonText
    {
        get
        {
            var sent = _rows!.Count(row => AnswerOf(row) == OverdueAnswer.SendNow);
            var skipped = _rows!.Count(row => AnswerOf(row) == OverdueAnswer.Skip);
            return _rows!.Count == 0 ? "Resume sending" : $"Resume: send {sent} now, skip {skipped}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayResume = await Session.MayAsync(Permission.PauseDeliveries);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        _pause = await db.PauseAsync(CancellationToken.None);
        var zones = await db.Facilities.AsNoTracking().ToDictionaryAsync(facility => facility.Id, facility => facility.Zone);
        var overdue = await resume.OverdueAsync(_staffId);
        _rows = [.. overdue.Select(delivery => DeliveryRow.Of(delivery, channels, zones[delivery.FacilityId], clock.GetUtcNow(), _pause))];
    }

    private OverdueAnswer? AnswerOf(DeliveryRow row) => _answers.TryGetValue(row.Delivery.Id, out var answer) ? answer : null;

    private void Answer(DeliveryRow row, OverdueAnswer? answer)
    {
        if (answer is { } given)
            _answers[row.Delivery.Id] = given;
    }

    private void AnswerAll(OverdueAnswer answer)
    {
        foreach (var row in _rows!)
            _answers[row.Delivery.Id] = answer;
    }

    private async Task ResumeAsync()
    {
        _busy = true;
        try
        {
            switch (await resume.RunAsync(_staffId, _answers))
            {
                case ResumeResult.Asks:
                    snackbar.Add("More became overdue meanwhile. Say what becomes of it.", Severity.Warning);
                    await LoadAsync();
                    break;
                case ResumeResult.NotPaused:
                    snackbar.Add("Somebody has resumed already.", Severity.Info);
                    navigation.NavigateTo(Urls.Deliveries);
                    break;
                default:
                    snackbar.Add("Sending goes on.", Severity.Success);
                    navigation.NavigateTo(Urls.Deliveries);
                    break;
            }
        }
        catch (NotAllowedException refusal)
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }
        finally
        {
            _busy = false;
        }
    }
}
