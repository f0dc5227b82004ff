using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MudBlazor;
using Recruit.Persistence;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Notices;

/// <summary>Everybody's own mails, and for administrators the webhooks.</summary>
public sealed partial class NoticesPage(IDbContextFactory<RecruitDb> databases, ChangeNotices change, IDialogService dialogs, ISnackbar snackbar)
{
    private List<Webhook> _hooks = [];
    private List<NoticeTrouble> _troubles = [];
    private NoticeKinds _mails;
    private NoticeKinds _hears = NoticeKinds.Failure | NoticeKinds.NeedsYou | NoticeKinds.Token;
    private string _url = "";
    private string? _secret;
    private string? _refusal;
    private Guid _staffId;
    private bool _mayRun;
    private bool _isRead;

    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = default!;

    [Inject] private IOptions<SmtpOptions> Smtp { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _staffId = await Session.StaffIdAsync();
        _mayRun = await Session.MayAsync(Permission.RunNotices);
        await LoadAsync();
        // Only now: what is chosen before it was read would be taken for all that is wanted.
        _isRead = true;
    }

    private async Task LoadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var roles = await db.Users.Where(staff => staff.Id == _staffId).Select(staff => staff.Roles).SingleOrDefaultAsync();
        _mails = (await db.NoticeChoices.AsNoTracking().SingleOrDefaultAsync(choice => choice.StaffId == _staffId))?.Kinds ?? roles.UsualKinds();
        if (!_mayRun)
            return;

        _hooks = await db.Webhooks.AsNoTracking().Where(hook => hook.RemovedAt == null).OrderBy(hook => hook.CreatedAt).ToListAsync();
        _troubles = await db.TroubleAsync(CancellationToken.None);
    }

    private Task ChooseAsync(NoticeKinds kind, bool wanted) => snackbar.SayAsync(async () =>
    {
        var kinds = wanted ? _mails | kind : _mails & ~kind;
        await change.ChooseMailsAsync(_staffId, kinds);
        _mails = kinds;
    }, done: null);

    private async Task AddAsync()
    {
        (_secret, _refusal) = (null, null);
        try
        {
            _secret = await change.AddWebhookAsync(_staffId, _url, _hears);
            _url = "";
        }
        catch (NotAllowedException refusal)
        {
            _refusal = refusal.Message;
        }

        await LoadAsync();
    }

    private async Task RemoveAsync(Webhook hook)
    {
        if (await ConfirmDialog.AskAsync(dialogs, "Remove this webhook?", $"{hook.Url} hears of nothing any more, and its secret is of no use. This cannot be undone.", "Remove", destructive: true))
            await snackbar.SayAsync(() => change.RemoveWebhookAsync(_staffId, hook.Id), "Removed.");
        await LoadAsync();
    }
}
