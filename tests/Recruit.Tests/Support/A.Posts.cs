using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Tests.Support;

public static partial class A
{
    private static readonly Guid Author = Guid.CreateVersion7();

    /// <summary>About the vacancy, with a counted link, tied to a broadcast of its own. It stands on the network since <paramref name="publishedAt"/>, when given.</summary>
    public static Broadcast Post(Vacancy vacancy, Account account, string? linkCode = null, Moment moment = Moment.Announce,
        DateTimeOffset? publishedAt = null, string? remoteId = null)
    {
        var createdAt = publishedAt ?? Now;
        var delivery = new Delivery
        {
            FacilityId = vacancy.FacilityId,
            AccountId = account.Id,
            Account = account,
            CreatedAt = createdAt,
            Label = vacancy.Title,
            Content = new PostContent("Words", linkCode is null ? null : $"http://localhost:5080/go/{linkCode}", null, [], Targeting.Everyone),
            LinkCode = linkCode,
            Facts = DraftFacts.None,
        };
        if (publishedAt is { } instant)
        {
            delivery.Approve(new Actor(Author, "Ruth Okafor"), instant);
            delivery.Claim(instant, TimeSpan.FromMinutes(1), Guid.CreateVersion7());
            delivery.Record(new PublishResult.Published(remoteId ?? Guid.NewGuid().ToString("N"), "https://network.example/post"), instant, Times);
        }

        return new Broadcast
        {
            FacilityId = vacancy.FacilityId,
            VacancyId = vacancy.Id,
            Vacancy = vacancy,
            SubmittedBy = Author,
            SubmittedByName = "Hana Ortiz",
            SubmittedAt = createdAt,
            Planned = [new PlannedDelivery { DeliveryId = delivery.Id, Delivery = delivery, Moment = moment, RenderedText = "Words", RenderedFor = createdAt }],
        };
    }
}
