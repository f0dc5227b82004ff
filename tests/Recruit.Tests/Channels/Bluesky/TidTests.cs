using Recruit.Channels.Bluesky;

namespace Recruit.Tests.Channels.Bluesky;

public class TidTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_is_the_same_for_every_try_and_tells_its_instant()
    {
        var delivery = Guid.CreateVersion7();
        var key = Tid.Of(Noon, delivery);

        Tid.Of(Noon, delivery).ShouldBe(key);
        // What a database keeps of an instant is whole microseconds.
        Tid.Of(Noon.AddTicks(9_999), delivery).ShouldBe(key);
        key.ShouldMatch("^[234567a-j][234567a-z]{12}$");
        Tid.InstantOf(key).ShouldBe(Noon);
    }

    [Fact]
    public void Deliveries_of_one_millisecond_have_keys_of_their_own()
        => Enumerable.Range(0, 60).Select(number => Tid.Of(Noon, new Guid(1, 2, 3, 4, 5, 6, 7, (byte)number, (byte)number, (byte)number, (byte)number))).ShouldBeUnique();

    [Fact]
    public void Later_keys_sort_behind_earlier_ones()
        => string.CompareOrdinal(Tid.Of(Noon, Guid.NewGuid()), Tid.Of(Noon.AddMilliseconds(1), Guid.NewGuid())).ShouldBeLessThan(0);

    // The first is the specification's own example of a valid key, https://atproto.com/specs/tid.
    [Theory]
    [InlineData("3jzfcijpj2z2a", true)]
    [InlineData("3jzfcijpj2z21", false)]
    [InlineData("zzzzzzzzzzzzz", false)]
    [InlineData("self", false)]
    public void A_foreign_key_tells_nothing(string key, bool tells) => Tid.InstantOf(key).HasValue.ShouldBe(tells);
}
