using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Notices;

public static class NoticeOutbox
{
    extension(RecruitDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<NoticeLetter> NoticeLetters => db.Set<NoticeLetter>();

        public DbSet<Webhook> Webhooks => db.Set<Webhook>();

        public DbSet<NoticeChoice> NoticeChoices => db.Set<NoticeChoice>();

        /// <summary>Stores the notice with whatever else is saved, unless one with its key stands there already.</summary>
        /// <returns>True when it is new.</returns>
        public async Task<bool> NotifyAsync(Notice notice, CancellationToken ct)
        {
            if (db.Notices.Local.Any(other => other.Key == notice.Key) || await db.Notices.AnyAsync(other => other.Key == notice.Key, ct))
                return false;

            db.Notices.Add(notice);
            return true;
        }
    }

    /// <summary>What a person gets who has not chosen.</summary>
    public static NoticeKinds UsualKinds(this StaffRoles roles)
        => (roles.HasFlag(StaffRoles.Recruiter) ? NoticeKinds.NeedsYou | NoticeKinds.Failure | NoticeKinds.Dormancy : NoticeKinds.None)
            | (roles.HasFlag(StaffRoles.Administrator) ? NoticeKinds.NeedsYou | NoticeKinds.Token | NoticeKinds.Dormancy : NoticeKinds.None)
            | (roles.HasFlag(StaffRoles.Hr) ? NoticeKinds.Failure : NoticeKinds.None);
}
