using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Deliveries;

/// <summary>From the vacancy's facts to the picture below its post.</summary>
public class HandInPicturesTests() : SendingTest(clock => new PictureChannel(clock))
{
    private static readonly BroadcastChoices AnnounceAndThank = new(true, null, null, null, true);

    private PictureChannel Pictures => (PictureChannel)Network;

    [Fact]
    public async Task The_card_that_was_approved_goes_with_its_post()
    {
        var delivery = await AnnounceAsync();

        await RunLaneAsync();

        var (png, altText) = Pictures.Handed.ShouldHaveSingleItem();
        png[..4].ShouldBe([0x89, 0x50, 0x4E, 0x47]);
        altText.ShouldBe(delivery.Content.Media.ShouldHaveSingleItem().AltText);
        Network.Sent.ShouldHaveSingleItem().Media.ShouldHaveSingleItem().ShouldBe(new HandedPicture("picture-1", altText));
        var now = await NowAsync(delivery);
        (now.State, now.IsApproved).ShouldBe((DeliveryState.Published, true));
    }

    [Fact]
    public async Task A_notice_that_it_is_filled_shows_no_opening()
    {
        var vacancy = await OpenAsync();
        await SubmitAsync(vacancy, AnnounceAndThank);

        var media = await Db.ReadAsync(async db => (await db.Deliveries.AsNoTracking().ToListAsync()).ToDictionary(row => row.Label, row => row.Content.Media));

        media.Count.ShouldBe(2);
        media[new Subject.One(vacancy).Label(Moment.Announce)].ShouldHaveSingleItem().Card.ShouldBe(vacancy.Card);
        media[new Subject.One(vacancy).Label(Moment.Filled)].ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_is_not_taken_loses_no_post_and_the_row_says_so()
    {
        var delivery = await AnnounceAsync();
        Pictures.Refuses = "The server is full.";

        await RunLaneAsync();

        Network.Sent.ShouldHaveSingleItem().Media.ShouldBeEmpty();
        var now = await NowAsync(delivery);
        now.State.ShouldBe(DeliveryState.Published);
        now.Content.Handed!.Lacking.ShouldBe("It was sent without its picture. The server is full.");
        (await Db.ReadAsync(db => db.Attempts.SingleAsync(row => row.DeliveryId == delivery.Id))).Reason.ShouldBe(now.Content.Handed.Lacking);
    }

    [Fact]
    public async Task A_repetition_names_the_same_picture_and_hands_in_none()
    {
        var delivery = await AnnounceAsync();
        Network.Plan(new PublishResult.NoAnswer("No answer came."));
        await RunLaneAsync();

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
        Network.Sent.Select(sent => sent.Media.ShouldHaveSingleItem().Handle).ShouldBe(["picture-1", "picture-1"]);
        Pictures.Handed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_later_try_hands_it_in_anew()
    {
        var delivery = await AnnounceAsync();
        Network.Plan(new PublishResult.Unreachable("It could not be reached."));
        await RunLaneAsync();

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
        Network.Sent.Select(sent => sent.Media.ShouldHaveSingleItem().Handle).ShouldBe(["picture-1", "picture-2"]);
    }

    private async Task<Delivery> AnnounceAsync()
    {
        var id = (await SubmitAsync(await OpenAsync(), new BroadcastChoices(true, null, null, null, false))).ShouldHaveSingleItem();
        (await ApproveAsync([id])).ShouldNotBeNull();
        return await NowAsync(id);
    }
}
