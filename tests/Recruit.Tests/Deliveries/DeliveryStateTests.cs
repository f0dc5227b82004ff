using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;
using static Recruit.Deliveries.DeliveryState;

namespace Recruit.Tests.Deliveries;

public class DeliveryStateTests
{
    private static readonly RetryTimes Times = new([TimeSpan.FromSeconds(5)], [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)], TimeSpan.FromSeconds(30));

    // Later than any instant at which a built delivery is due.
    private static readonly DateTimeOffset Later = A.Now.AddDays(3);

    private static readonly (DeliveryState From, DeliveryState To)[] Legal =
    [
        (Held, Held), (Held, Scheduled), (Held, Published), (Held, Cancelled), (Held, Skipped),
        (Scheduled, Sending), (Scheduled, Published), (Scheduled, Held), (Scheduled, Cancelled), (Scheduled, Skipped),
        (Sending, Published), (Sending, Rejected), (Sending, Retrying), (Sending, Uncertain),
        (Retrying, Sending), (Retrying, Published), (Retrying, Held), (Retrying, Cancelled), (Retrying, Skipped),
        (Uncertain, Published), (Uncertain, Rejected), (Uncertain, Retrying), (Uncertain, Cancelled),
        (Published, Removing),
        (Rejected, Held), (Rejected, Cancelled), (Rejected, Published),
        (Removing, Removed),
        (Cancelled, Removing),
        (Skipped, Published),
    ];

    private static readonly Dictionary<string, Action<Delivery>> Acts = new()
    {
        ["approve"] = delivery => delivery.Approve(new Actor(Guid.CreateVersion7(), "Ruth"), Later),
        ["edit"] = delivery => delivery.Edit(delivery.Content with { Text = "Other words." }, DraftFacts.None, null, Later),
        ["hold"] = delivery => delivery.Hold("The guard objects.", Later),
        ["send back"] = delivery => delivery.SendBack(new Actor(Guid.CreateVersion7(), "Ruth"), "Say the shift.", Later),
        ["skip"] = delivery => delivery.Skip("It was late."),
        ["claim"] = delivery => delivery.Claim(Later, TimeSpan.FromMinutes(1), Guid.NewGuid()),
        ["published"] = delivery => delivery.Record(new PublishResult.Published("1", null), Later, Times),
        ["rejected"] = delivery => delivery.Record(new PublishResult.Rejected("Too long."), Later, Times),
        ["unreachable"] = delivery => delivery.Record(new PublishResult.Unreachable("Down."), Later, Times),
        ["rate limited"] = delivery => delivery.Record(new PublishResult.RateLimited(Later.AddHours(1), "Limit."), Later, Times),
        ["signed out"] = delivery => delivery.Record(new PublishResult.SignedOut("Token."), Later, Times),
        ["no answer"] = delivery => delivery.Record(new PublishResult.NoAnswer("Silence."), Later, Times),
        ["duplicate"] = delivery => delivery.Record(new PublishResult.Duplicate(null, "Known."), Later, Times),
        ["appear"] = delivery => delivery.Appear("1", null, Later),
        ["said absent"] = delivery => delivery.SaidAbsent("A person looked.", Later, Times),
        ["take down"] = delivery => delivery.TakeDown("Filled.", Later),
        ["said removed"] = delivery => delivery.Record(new RemoveResult.Removed(), Later, Times),
        ["already gone"] = delivery => delivery.Record(new RemoveResult.Gone(), Later, Times),
        ["removal refused"] = delivery => delivery.Record(new RemoveResult.Refused("Not yours."), Later, Times),
        ["seen gone"] = delivery => delivery.SeenGone(Later),
        ["seen standing"] = delivery => delivery.SeenStanding(Later, Times),
        ["remove again"] = delivery => delivery.RemoveAgain(Later),
    };

    public static TheoryData<DeliveryState, DeliveryState> AllPairs()
    {
        var pairs = new TheoryData<DeliveryState, DeliveryState>();
        foreach (var from in Enum.GetValues<DeliveryState>())
            foreach (var to in Enum.GetValues<DeliveryState>())
                pairs.Add(from, to);
        return pairs;
    }

    public static TheoryData<string, string> AllActs() => new()
    {
        { "approve", "Held>Scheduled" },
        { "edit", "Held>Held Scheduled>Held Retrying>Held Rejected>Held" },
        { "hold", "Held>Held Scheduled>Held Retrying>Held Rejected>Held" },
        { "send back", "Held>Held Scheduled>Held Retrying>Held Rejected>Held" },
        { "skip", "Held>Skipped Scheduled>Skipped Retrying>Skipped" },
        { "claim", "Scheduled>Sending Retrying>Sending" },
        { "published", "Scheduled>Published Sending>Published Uncertain>Published Retrying>Published Held>Published Rejected>Published Skipped>Published Cancelled>Removing" },
        { "rejected", "Sending>Rejected Uncertain>Rejected" },
        { "unreachable", "Sending>Retrying Uncertain>Retrying" },
        { "rate limited", "Sending>Retrying Uncertain>Retrying" },
        { "signed out", "Sending>Retrying Uncertain>Retrying" },
        { "no answer", "Sending>Uncertain Uncertain>Uncertain" },
        { "duplicate", "Sending>Uncertain Uncertain>Uncertain" },
        { "appear", "Scheduled>Published Sending>Published Uncertain>Published Retrying>Published Held>Published Rejected>Published Skipped>Published Cancelled>Removing" },
        { "said absent", "Sending>Retrying Uncertain>Retrying" },
        { "take down", "Held>Cancelled Scheduled>Cancelled Retrying>Cancelled Rejected>Cancelled Published>Removing Sending>Sending Uncertain>Uncertain "
            + "Removing>Removing Removed>Removed Cancelled>Cancelled Skipped>Skipped" },
        { "said removed", "Removing>Removing" },
        { "already gone", "Removing>Removed" },
        { "removal refused", "Removing>Removing" },
        { "seen gone", "Removing>Removed" },
        { "seen standing", "Removing>Removing" },
        { "remove again", "Removing>Removing" },
    };

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Only_the_moves_of_the_table_are_legal(DeliveryState from, DeliveryState to) => from.MayBecome(to).ShouldBe(Legal.Contains((from, to)));

    [Theory]
    [MemberData(nameof(AllActs))]
    public void An_act_moves_a_delivery_as_the_table_says_and_throws_from_anywhere_else(string act, string outcomes)
    {
        var expected = outcomes.Split(' ').Select(move => move.Split('>')).ToDictionary(move => Enum.Parse<DeliveryState>(move[0]), move => Enum.Parse<DeliveryState>(move[1]));
        foreach (var from in Enum.GetValues<DeliveryState>())
        {
            var delivery = A.Delivery(A.Account(), A.Facility(), from);
            if (expected.TryGetValue(from, out var to))
            {
                Acts[act](delivery);
                delivery.State.ShouldBe(to, $"{act} on {from}");
            }
            else
            {
                Should.Throw<InvalidOperationException>(() => Acts[act](delivery), $"{act} on {from}");
                delivery.State.ShouldBe(from);
            }
        }
    }

    [Theory]
    [InlineData(Removed, true)]
    [InlineData(Cancelled, true)]
    [InlineData(Skipped, true)]
    [InlineData(Published, false)]
    [InlineData(Rejected, false)]
    public void What_cannot_move_any_more_is_final(DeliveryState state, bool final) => state.IsFinal().ShouldBe(final);

    [Fact]
    public void An_approval_binds_the_words_that_stand_there()
    {
        var delivery = A.Delivery(A.Account(), A.Facility(), Scheduled);
        delivery.IsApproved.ShouldBeTrue();

        delivery.Content = delivery.Content with { Text = "Other words." };

        delivery.IsApproved.ShouldBeFalse();
    }

    [Fact]
    public void An_edit_voids_the_approval_and_makes_its_writer_unfit_to_approve()
    {
        var editor = new Actor(Guid.CreateVersion7(), "Ruth");
        var delivery = A.Delivery(A.Account(), A.Facility(), Scheduled);

        delivery.Edit(delivery.Content with { Text = "Other words." }, delivery.Facts, editor.StaffId, A.Now);

        delivery.ApprovedHash.ShouldBeNull();
        delivery.NextAt.ShouldBeNull();
        Should.Throw<NotAllowedException>(() => delivery.Approve(editor, A.Now));
    }

    [Theory]
    [InlineData(Sending, true)]
    [InlineData(Uncertain, true)]
    [InlineData(Retrying, false)]
    [InlineData(Published, false)]
    [InlineData(Cancelled, false)]
    public void No_answer_counts_only_for_the_try_that_is_under_way(DeliveryState state, bool heeded)
    {
        var delivery = A.Delivery(A.Account(), A.Facility(), state);

        delivery.Heeds(new PublishResult.NoAnswer("Silence."), delivery.Attempts).ShouldBe(heeded);
        delivery.Heeds(new PublishResult.NoAnswer("Silence."), delivery.Attempts - 1).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Sending, true)]
    [InlineData(Uncertain, true)]
    [InlineData(Retrying, true)]
    [InlineData(Held, true)]
    [InlineData(Rejected, true)]
    [InlineData(Skipped, true)]
    [InlineData(Cancelled, true)]
    [InlineData(Published, false)]
    [InlineData(Removing, false)]
    [InlineData(Removed, false)]
    public void That_an_earlier_try_stands_there_counts_as_long_as_we_do_not_know_it(DeliveryState state, bool heeded)
    {
        var delivery = A.Delivery(A.Account(), A.Facility(), state);

        delivery.Heeds(new PublishResult.Published("1", null), delivery.Attempts - 1).ShouldBe(heeded);
    }

    [Fact]
    public void A_late_yes_to_what_was_called_off_takes_it_down_for_the_same_reason()
    {
        var delivery = A.Delivery(A.Account(), A.Facility(), Uncertain);
        delivery.TakeDown("The vacancy was filled.", Later);
        delivery.SaidAbsent("It was not there.", Later, Times);

        delivery.Record(new PublishResult.Published("1", null), Later, Times);

        delivery.State.ShouldBe(Removing);
        delivery.RemoteId.ShouldBe("1");
        delivery.NextAt.ShouldBe(Later);
    }

    [Fact]
    public void A_delivery_is_not_claimed_before_its_time()
        => Should.Throw<InvalidOperationException>(() => A.Delivery(A.Account(), A.Facility(), Scheduled).Claim(A.Now, TimeSpan.FromMinutes(1), Guid.NewGuid()));

    [Fact]
    public void What_is_refused_while_it_is_called_off_asks_nobody()
    {
        var delivery = A.Delivery(A.Account(), A.Facility(), Sending);
        delivery.TakeDown("The vacancy was filled.", Later);

        delivery.Record(new PublishResult.Rejected("Too long."), Later, Times);

        delivery.State.ShouldBe(Cancelled);
        delivery.NeedsPerson.ShouldBeFalse();
        delivery.Reason.ShouldBe("The vacancy was filled.");
    }

    [Fact]
    public void A_notice_goes_out_when_released_and_not_before()
    {
        var account = A.Account();
        var notice = new Delivery
        {
            FacilityId = Guid.NewGuid(),
            AccountId = account.Id,
            CreatedAt = A.Now,
            Label = "Filled notice",
            Content = new PostContent("Filled. Thank you.", null, null, [], Targeting.Everyone),
            Facts = DraftFacts.None,
            AwaitsRelease = true,
        };
        notice.Approve(new Actor(Guid.CreateVersion7(), "Ruth"), A.Now);
        notice.NextAt.ShouldBeNull();

        notice.Release(Later);

        notice.NextAt.ShouldBe(Later);
    }
}
