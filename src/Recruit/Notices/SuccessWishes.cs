using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Persistence;

namespace Recruit.Notices;

/// <summary>Whether anybody wants to hear of each post that is live. Asked at every send, so the answer is kept for a few seconds; who begins to wish hears of what follows them.</summary>
public sealed class SuccessWishes(IDbContextFactory<RecruitDb> databases, IOptions<SmtpOptions> smtp, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    private (bool IsWanted, DateTimeOffset Until) _known;

    public async Task<bool> AnyAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < _known.Until)
            return _known.IsWanted;

        await using var db = await databases.CreateDbContextAsync(ct);
        var hooks = await db.Webhooks.Where(hook => hook.RemovedAt == null).Select(hook => hook.Kinds).ToListAsync(ct);
        var mails = smtp.Value.IsOn() ? await db.NoticeChoices.Select(choice => choice.Kinds).ToListAsync(ct) : [];
        var isWanted = hooks.Concat(mails).Any(kinds => kinds.HasFlag(NoticeKinds.Success));
        _known = (isWanted, now + Life);
        return isWanted;
    }
}
