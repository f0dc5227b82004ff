using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Compliance;

/// <summary>The same check that programs ask for, while a person types.</summary>
public sealed partial class CheckTextPage(IDbContextFactory<RecruitDb> contexts, CheckText check)
{
    private string _text = "";
    private Surface _surface;
    private Guid? _facilityId;
    private Guid _staffId;
    private string? _refusal;
    private CheckAnswer? _answer;
    private List<Facility> _facilities = [];
    private IReadOnlyList<Finding> _findings = [];

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        await using var db = await contexts.CreateDbContextAsync();
        _facilities = await db.FacilitiesOfAsync(_staffId);
        _facilityId = _facilities.FirstOrDefault()?.Id;
    }

    private async Task CheckAsync(string text)
    {
        (_text, _refusal, _answer, _findings) = (text ?? "", null, null, []);
        if (_text.Trim().Length == 0)
            return;

        try
        {
            if (await check.RunAsync(_staffId, new CheckRequest(_text, _surface, _facilityId, null, null, null, null, null)) is CheckResult.Checked found)
                (_answer, _findings) = (found.Answer, [.. found.Answer.Findings.Select(Shown)]);
            else
                _refusal = "This facility is not among yours any more. Choose another one.";
        }
        catch (NotAllowedException refusal)
        {
            _refusal = refusal.Message;
        }
    }

    private Task TakeSurfaceAsync(Surface surface)
    {
        _surface = surface;
        return CheckAsync(_text);
    }

    private Task TakeFacilityAsync(Guid? facilityId)
    {
        _facilityId = facilityId;
        return CheckAsync(_text);
    }

    private string FacilityName(Guid? id) => _facilities.Find(facility => facility.Id == id)?.Name ?? "";

    private static Finding Shown(FindingAnswer answer) =>
        new(answer.Rule, answer.Severity, "text", answer.Start, answer.End - answer.Start, answer.Reason, answer.Advice) { Letter = answer.Letter };

    private static string Words(Decision decision) => decision switch
    {
        Decision.Allow => "Nothing stands in the way",
        Decision.Review => "A privacy reviewer decides",
        _ => "May not go out",
    };

    private static Tone ToneOf(Decision decision) => decision switch
    {
        Decision.Allow => Tone.Good,
        Decision.Review => Tone.Careful,
        _ => Tone.Bad,
    };
}
