using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class ReadBackMatchTests
{
    private static readonly HashSet<string> NoneHeld = [];

    // Its send left an hour after A.Now.
    private readonly Delivery _delivery = A.Delivery(A.Account(), A.Facility(), DeliveryState.Uncertain);

    private DateTimeOffset LeftAt => _delivery.LastAttemptAt!.Value;

    [Fact]
    public void A_post_with_our_link_code_is_ours()
        => ReadBackMatch.Find(_delivery, [Post("1", "Words that the network changed.", links: _delivery.Content.Link!)], NoneHeld)!.RemoteId.ShouldBe("1");

    [Fact]
    public void The_code_may_stand_in_the_words()
        => ReadBackMatch.Find(_delivery, [Post("1", _delivery.Content.Text)], NoneHeld)!.RemoteId.ShouldBe("1");

    [Fact]
    public void Another_code_is_not_ours_however_alike_the_words()
        => ReadBackMatch.Find(_delivery, [Post("1", "We hire an ICU nurse in Duluth. https://jobs.example.org/go/other")], NoneHeld).ShouldBeNull();

    [Fact]
    public void A_code_that_only_begins_like_ours_is_not_ours()
        => ReadBackMatch.Find(_delivery, [Post("1", "Other words.", links: _delivery.Content.Link + "x")], NoneHeld).ShouldBeNull();

    [Fact]
    public void A_post_that_another_delivery_holds_is_never_ours()
        => ReadBackMatch.Find(_delivery, [Post("1", _delivery.Content.Text)], new HashSet<string> { "1" }).ShouldBeNull();

    [Theory]
    [InlineData(-119, true)]
    [InlineData(-121, false)]
    public void Clocks_may_differ_by_two_minutes(int seconds, bool ours)
        => (ReadBackMatch.Find(_delivery, [Post("1", _delivery.Content.Text, LeftAt.AddSeconds(seconds))], NoneHeld) is not null).ShouldBe(ours);

    [Fact]
    public void Without_a_link_the_words_decide_whatever_the_blanks_and_accents_are_made_of()
    {
        var delivery = WithoutLink("Caf\u00e9 talk,\n\nTuesday at  noon");

        ReadBackMatch.Find(delivery, [Post("1", "Cafe\u0301 talk, Tuesday at noon ")], NoneHeld)!.RemoteId.ShouldBe("1");
        ReadBackMatch.Find(delivery, [Post("1", "Caf\u00e9 talk, Wednesday at noon")], NoneHeld).ShouldBeNull();
    }

    private RecentPost Post(string remoteId, string text, DateTimeOffset? at = null, params string[] links) => new(remoteId, at ?? LeftAt.AddSeconds(1), text, links, null);

    private RecentPost Post(string remoteId, string text, string links) => Post(remoteId, text, null, links);

    private static Delivery WithoutLink(string text)
    {
        var account = A.Account();
        var delivery = new Delivery
        {
            FacilityId = Guid.NewGuid(),
            AccountId = account.Id,
            CreatedAt = A.Now,
            Label = "Talk",
            Content = new PostContent(text, null, null, [], Targeting.Everyone),
            Facts = DraftFacts.None,
        };
        delivery.Approve(new Actor(Guid.CreateVersion7(), "Ruth"), A.Now);
        delivery.Claim(A.Now, TimeSpan.FromMinutes(1), Guid.NewGuid());
        return delivery;
    }
}
