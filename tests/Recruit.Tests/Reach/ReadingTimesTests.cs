using Recruit.Reach;
using Recruit.Tests.Support;

namespace Recruit.Tests.Reach;

public sealed class ReadingTimesTests
{
    [Theory]
    [InlineData(1, 15)]
    [InlineData(3, 60)]
    [InlineData(30, 360)]
    [InlineData(24 * 8, 1440)]
    public void Older_posts_are_read_less_often(int hoursOld, int minutesToNext)
        => new ReadingTimes(TimeSpan.FromMinutes(15)).NextAfter(A.Now.AddHours(-hoursOld), A.Now).ShouldBe(A.Now.AddMinutes(minutesToNext));
}
