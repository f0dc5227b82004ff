using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Staff;

namespace Recruit.Tests.Support;

public static partial class A
{
    private static readonly Actor Approver = new(Guid.CreateVersion7(), "Ruth Recruiter");

    private static readonly RetryTimes Times = new([TimeSpan.FromSeconds(5)], [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)], TimeSpan.FromSeconds(30));

    public static Account Account(string network = "x", string handle = "@LakesideJobs", Action<Account>? with = null, string server = "")
    {
        var account = new Account { Channel = new ChannelKey(network), Handle = handle, RemoteId = $"id-{Interlocked.Increment(ref _count)}", Server = server };
        with?.Invoke(account);
        return account;
    }

    /// <summary>One that went the usual way to its state, due an hour after <see cref="Now"/>.</summary>
    /// <param name="writer">Who wrote it; nobody known when null.</param>
    public static Delivery Delivery(
        Account account, Facility facility, DeliveryState state = DeliveryState.Held, string text = "We hire an ICU nurse in Duluth.", string label = "ICU nurse: announcement",
        Guid? writer = null, bool asSoonAsApproved = false)
    {
        var number = Interlocked.Increment(ref _count);
        var code = $"code{number}";
        var link = $"https://jobs.example.org/go/{code}";
        var delivery = new Delivery
        {
            // Lanes take what is due at one instant in the order of its id, and ids of one millisecond have none.
            Id = Guid.CreateVersion7(Now.AddMilliseconds(number)),
            FacilityId = facility.Id,
            AccountId = account.Id,
            Account = account,
            CreatedAt = Now,
            Label = label,
            Content = new PostContent($"{text} {link}", link, null, [], Targeting.Everyone),
            LinkCode = code,
            Facts = new DraftFacts(true, code, null, false, null, [facility.Name]),
            Writers = writer is { } staffId ? [staffId] : [],
        };
        delivery.Plan(asSoonAsApproved ? null : Now.AddHours(1));
        Bring(delivery, state);
        return delivery;
    }

    /// <summary>Approved, and waiting for its vacancy to be filled.</summary>
    public static Delivery Notice(Account account, Facility facility)
    {
        var model = Delivery(account, facility, text: "Filled. Thank you.");
        var notice = new Delivery
        {
            FacilityId = model.FacilityId,
            AccountId = model.AccountId,
            Account = account,
            CreatedAt = Now,
            Label = "Filled notice",
            Content = model.Content,
            LinkCode = model.LinkCode,
            Facts = model.Facts,
            AwaitsRelease = true,
        };
        notice.Approve(Approver, Now);
        return notice;
    }

    private static void Bring(Delivery delivery, DeliveryState state)
    {
        var due = delivery.DueAt ?? Now;
        if (state == DeliveryState.Held)
            return;
        if (state is DeliveryState.Skipped)
        {
            delivery.Skip("Nobody approved it before its time.");
            return;
        }

        delivery.Approve(Approver, Now);
        if (state is DeliveryState.Cancelled)
            delivery.TakeDown("By Ada Admin.", Now);
        if (state is DeliveryState.Scheduled or DeliveryState.Cancelled)
            return;

        delivery.Claim(due, TimeSpan.FromMinutes(1), Guid.CreateVersion7());
        PublishResult? answer = state switch
        {
            DeliveryState.Sending => null,
            DeliveryState.Retrying => new PublishResult.Unreachable("The network could not be reached."),
            DeliveryState.Uncertain => new PublishResult.NoAnswer("No answer came."),
            DeliveryState.Rejected => new PublishResult.Rejected("The words are too long."),
            _ => new PublishResult.Published($"post-{delivery.LinkCode}", $"https://network.example/{delivery.LinkCode}"),
        };
        if (answer is not null)
            delivery.Record(answer, due, Times);
        if (state is DeliveryState.Removing or DeliveryState.Removed)
            delivery.TakeDown("The vacancy was filled.", due.AddDays(1));
        if (state is DeliveryState.Removed)
            delivery.Record(new RemoveResult.Gone(), due.AddDays(1), Times);
    }
}
