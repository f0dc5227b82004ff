using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Notices;

/// <summary>
/// Addresses what was stored to people and webhooks, and sends it at least once: each letter is taken by one node at a time, and tried again with growing waits until it arrives.
/// </summary>
public sealed partial class SendNotices(IDbContextFactory<RecruitDb> databases, SendMail mail, CallWebhook call, IOptions<SmtpOptions> smtp, TimeProvider clock, ILogger<SendNotices> log)
{
    private const int Most = 100;
    // Longer than any try may take: nobody else takes the letter meanwhile, and after a kill it is taken again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(1)];

    public async Task RunAsync(CancellationToken ct)
    {
        await AddressAsync(ct);

        var now = clock.GetUtcNow();
        List<NoticeLetter> due;
        await using (var db = await databases.CreateDbContextAsync(ct))
            due = await db.NoticeLetters.AsNoTracking().Include(letter => letter.Notice).Where(letter => letter.NextAt <= now).OrderBy(letter => letter.NextAt).Take(Most).ToListAsync(ct);

        // A receiver that hangs keeps its own letters waiting, not those of the others: after one that did not arrive its rest comes with the next waking.
        await Task.WhenAll(due.GroupBy(letter => letter.WebhookId).Select(async group =>
        {
            foreach (var letter in group)
                if (!await SendAsync(letter, ct))
                    break;
        }));
    }

    private async Task AddressAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await db.Notices.AsNoTracking().Where(notice => notice.AddressedAt == null).OrderBy(notice => notice.At).Take(Most).ToListAsync(ct);
        if (waiting.Count == 0)
            return;

        var hooks = await db.Webhooks.AsNoTracking().Where(hook => hook.RemovedAt == null).ToListAsync(ct);
        var people = smtp.Value.IsOn() ? await db.Users.AsNoTracking().Where(staff => !staff.Disabled).ToListAsync(ct) : [];
        var choices = await db.NoticeChoices.AsNoTracking().ToDictionaryAsync(choice => choice.StaffId, choice => choice.Kinds, ct);
        foreach (var notice in waiting)
        {
            var now = clock.GetUtcNow();
            await using var turn = await db.Database.BeginTransactionAsync(ct);
            // By one node alone.
            if (await db.Notices.Where(row => row.Id == notice.Id && row.AddressedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.AddressedAt, now), ct) == 0)
                continue;

            db.NoticeLetters.AddRange(hooks.Where(hook => hook.Kinds.HasFlag(notice.Kind)).Select(hook => new NoticeLetter { NoticeId = notice.Id, WebhookId = hook.Id, NextAt = now }));
            db.NoticeLetters.AddRange(people
                .Where(staff => choices.GetValueOrDefault(staff.Id, staff.Roles.UsualKinds()).HasFlag(notice.Kind))
                .Where(staff => notice.FacilityId is not { } facilityId || new StaffScope(staff.FacilityIds).Includes(facilityId))
                .Select(staff => new NoticeLetter { NoticeId = notice.Id, StaffId = staff.Id, NextAt = now }));
            await db.SaveChangesAsync(ct);
            await turn.CommitAsync(ct);
        }
    }

    /// <returns>False when it did not arrive.</returns>
    private async Task<bool> SendAsync(NoticeLetter letter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var until = clock.GetUtcNow() + Lease;
        if (await db.NoticeLetters.Where(row => row.Id == letter.Id && row.NextAt == letter.NextAt).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, until), ct) == 0)
            return true;

        var (failure, isOver) = await TryOrTellAsync(db, letter, ct);
        var row = await db.NoticeLetters.SingleAsync(one => one.Id == letter.Id, CancellationToken.None);
        var now = clock.GetUtcNow();
        row.Tries++;
        row.Failure = failure ?? "";
        row.ArrivedAt = failure is null && !isOver ? now : null;
        row.NextAt = failure is null || row.Tries > Waits.Length ? null : now + Waits[row.Tries - 1];
        if (failure is not null)
            Log.NotHeard(log, letter.NoticeId, letter.Id, row.Tries, row.NextAt is null);
        await db.SaveChangesAsync(CancellationToken.None);
        return failure is null;
    }

    // What nobody foresaw is a failure like any other: it counts, it is shown, and it keeps no other letter waiting.
    private async Task<(string? Failure, bool IsOver)> TryOrTellAsync(RecruitDb db, NoticeLetter letter, CancellationToken ct)
    {
        try
        {
            return await TryAsync(db, letter, ct);
        }
#pragma warning disable CA1031
        catch (Exception broken) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Broke(log, letter.Id, broken.GetType().Name);
            return ("It could not be sent; the log names the kind of fault.", false);
        }
    }

    /// <returns>Why it did not arrive; and whether there is nobody to send it to any more.</returns>
    private async Task<(string? Failure, bool IsOver)> TryAsync(RecruitDb db, NoticeLetter letter, CancellationToken ct)
    {
        if (letter.WebhookId is { } hookId)
            return await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(hook => hook.Id == hookId && hook.RemovedAt == null, ct) is { } hook
                ? (await call.RunAsync(letter.Notice!, hook, ct), false)
                : (null, true);

        return await db.Users.AsNoTracking().SingleOrDefaultAsync(staff => staff.Id == letter.StaffId && !staff.Disabled, ct) is { } person && smtp.Value.IsOn()
            ? (await mail.RunAsync(letter.Notice!, letter.Id, person.Name, person.Email!, ct), false)
            : (null, true);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Letter {LetterId} could not be sent: {Fault}")]
        public static partial void Broke(ILogger logger, Guid letterId, string fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {NoticeId} did not arrive with letter {LetterId} at try {Tries}; given up: {IsGivenUp}")]
        public static partial void NotHeard(ILogger logger, Guid noticeId, Guid letterId, int tries, bool isGivenUp);
    }
}
