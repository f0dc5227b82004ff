using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Tests.Support;

public static partial class A
{
    /// <summary>A digest of these vacancies as the clock planned it.</summary>
    /// <param name="vacancies">All of one facility.</param>
    public static Broadcast Digest(Delivery delivery, string specialty, params Vacancy[] vacancies) => new()
    {
        FacilityId = delivery.FacilityId,
        Digest = [.. vacancies.Select(vacancy => new DigestVacancy { VacancyId = vacancy.Id, Vacancy = vacancy })],
        Specialty = specialty,
        SubmittedBy = null,
        SubmittedByName = Actor.Clock.Name,
        SubmittedAt = Now,
        Planned = [new PlannedDelivery { DeliveryId = delivery.Id, Delivery = delivery, Moment = Moment.Digest, RenderedFor = Now, RenderedText = delivery.Content.Text }],
    };

    /// <summary>An announcement of the vacancy by these deliveries, as the author submitted it.</summary>
    /// <param name="vacancy">With its facility.</param>
    public static Broadcast Broadcast(Vacancy vacancy, StaffMember author, params Delivery[] deliveries)
    {
        var broadcast = new Broadcast
        {
            FacilityId = vacancy.FacilityId,
            VacancyId = vacancy.Id,
            Vacancy = vacancy,
            SubmittedBy = author.Id,
            SubmittedByName = author.Name,
            SubmittedAt = Now,
        };
        foreach (var delivery in deliveries)
            broadcast.Planned.Add(new PlannedDelivery
            {
                DeliveryId = delivery.Id,
                Delivery = delivery,
                Moment = Moment.Announce,
                RenderedFor = Now,
                RenderedText = delivery.Content.Text,
            });
        return broadcast;
    }
}
