using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Audit;

public static class AuditTrail
{
    extension(RecruitDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        /// <summary>Adds the entry to the unit of work that makes the change: both are saved, or neither.</summary>
        public void Audit(Actor actor, string act, Guid subjectId, DateTimeOffset now, Guid? facilityId = null, string note = "")
            => db.Set<AuditEntry>().Add(new AuditEntry
            {
                At = now,
                ActorId = actor.StaffId,
                ActorName = actor.Name,
                Act = act,
                SubjectId = subjectId,
                FacilityId = facilityId,
                Note = note.Length <= 500 ? note : note[..500],
            });
    }
}
