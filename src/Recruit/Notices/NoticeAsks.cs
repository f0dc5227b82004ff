using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Notices;

/// <summary>Notices that do not arrive.</summary>
public sealed class NoticeAsks : IAsksForPeople
{
    public async Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
        => roles.Allow(Permission.RunNotices) && await db.TroubleAsync(ct) is { Count: > 0 } trouble
            ? [.. trouble.Select(one => new Ask($"Notices do not arrive. {one.Sentence}", "See the notices", Urls.Notices, null, 200))]
            : [];
}

/// <param name="WebhookId">Null for mail.</param>
public sealed record NoticeTrouble(Guid? WebhookId, string Sentence);

public static class NoticeTroubles
{
    private const int Latest = 3;

    extension(RecruitDb db)
    {
        /// <summary>What keeps mail, or a webhook, from hearing: told while the newest letter that was tried failed.</summary>
        public async Task<List<NoticeTrouble>> TroubleAsync(CancellationToken ct)
        {
            var hooks = await db.Webhooks.Where(hook => hook.RemovedAt == null).Select(hook => new { hook.Id, hook.Url }).ToListAsync(ct);
            var troubles = new List<NoticeTrouble>();
            if (await NewestAsync(db.NoticeLetters.Where(letter => letter.StaffId != null), ct) is { Length: > 0 } mail)
                troubles.Add(new NoticeTrouble(null, mail));
            foreach (var hook in hooks)
                if (await NewestAsync(db.NoticeLetters.Where(letter => letter.WebhookId == hook.Id), ct) is { Length: > 0 } failure)
                    troubles.Add(new NoticeTrouble(hook.Id, $"The webhook at {new Uri(hook.Url).Host}: {failure}"));
            return troubles;
        }
    }

    // One person's dead address is no trouble of the mail server.
    private static async Task<string> NewestAsync(IQueryable<NoticeLetter> letters, CancellationToken ct)
    {
        var latest = await letters.Where(letter => letter.Tries > 0).OrderByDescending(letter => letter.Id).Take(Latest).Select(letter => new { letter.ArrivedAt, letter.Failure }).ToListAsync(ct);
        return latest.Count > 0 && latest.TrueForAll(letter => letter.ArrivedAt is null) ? latest[0].Failure : "";
    }
}
