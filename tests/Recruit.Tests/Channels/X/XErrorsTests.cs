using System.Globalization;
using Recruit.Channels;
using Recruit.Channels.X;

namespace Recruit.Tests.Channels.X;

public class XErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 6, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    public void The_last_call_of_a_limit_tells_when_the_next_one_may_come(string remaining, bool rests)
    {
        var answer = new Answer(201, "{}", new Dictionary<string, string>
        {
            ["x-rate-limit-remaining"] = remaining,
            ["x-rate-limit-reset"] = Now.AddMinutes(5).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        });

        XErrors.LimitUsedUp(answer, Now).ShouldBe(rests ? Now.AddMinutes(5) : null);
    }

    [Fact]
    public void Without_headers_nothing_is_known_of_a_limit() => XErrors.LimitUsedUp(new Answer(201, "{}", new Dictionary<string, string>()), Now).ShouldBeNull();
}
