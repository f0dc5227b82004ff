using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Notices;

/// <summary>What people choose about notices: their own mails, and the hospital's webhooks.</summary>
public sealed class ChangeNotices(IDbContextFactory<RecruitDb> databases, CallWebhook call, TimeProvider clock)
{
    public const int LongestUrl = 500;

    /// <exception cref="NotAllowedException">The person's access has ended.</exception>
    public async Task ChooseMailsAsync(Guid staffId, NoticeKinds kinds, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var staff = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == staffId && !user.Disabled, ct)
            ?? throw new NotAllowedException("Your access has ended. Ask an administrator.");
        var choice = await db.NoticeChoices.FindAsync([staffId], ct) ?? db.NoticeChoices.Add(new NoticeChoice { StaffId = staffId }).Entity;
        choice.Kinds = kinds;
        db.Audit(new Actor(staff.Id, staff.Name), Acts.MailsChosen, staffId, clock.GetUtcNow(), note: kinds.ToString());
        await db.SaveChangesAsync(ct);
    }

    /// <returns>The secret that signs its notices: it is shown this once.</returns>
    /// <exception cref="NotAllowedException">The person may not, or the address will not do; the message says why.</exception>
    public async Task<string> AddWebhookAsync(Guid staffId, string url, NoticeKinds kinds, CancellationToken ct = default)
    {
        url = url.Trim();
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new NotAllowedException("The address must begin with https://, or with http:// to this machine, and hold no user name.");
        if (kinds == NoticeKinds.None)
            throw new NotAllowedException("Choose at least one thing that it hears of.");

        await using var db = await databases.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.RunNotices, ct: ct);
        var secret = SecretCode.Make();
        var hook = new Webhook { Url = url, Kinds = kinds, SealedSecret = call.Seal(secret), CreatedAt = clock.GetUtcNow() };
        db.Webhooks.Add(hook);
        // The path may hold a token of the receiver: the trail names its host alone.
        db.Audit(actor, Acts.WebhookAdded, hook.Id, hook.CreatedAt, note: $"{address.Host}: {kinds}");
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <exception cref="NotAllowedException">The person may not.</exception>
    public async Task RemoveWebhookAsync(Guid staffId, Guid webhookId, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.RunNotices, ct: ct);
        var now = clock.GetUtcNow();
        if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == webhookId && hook.RemovedAt == null, ct) is not { } hook)
            return;

        hook.RemovedAt = now;
        foreach (var letter in await db.NoticeLetters.Where(letter => letter.WebhookId == webhookId && letter.NextAt != null).ToListAsync(ct))
            letter.NextAt = null;
        db.Audit(actor, Acts.WebhookRemoved, webhookId, now, note: new Uri(hook.Url).Host);
        await db.SaveChangesAsync(ct);
    }
}
