using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Facilities;

namespace Recruit.Tests.Broadcasts;

public class PostingWindowTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
    private static readonly DateTimeOffset Morning = Chicago.InstantOf(new DateOnly(2026, 3, 2), new TimeOnly(9, 0));

    private static List<TakenTime> Fill(int count, string department, Cadence cadence)
    {
        var taken = new List<TakenTime>();
        for (var i = 0; i < count; i++)
            taken.Add(new TakenTime(PostingWindow.Choose(Morning, department, cadence, Chicago, taken), department));
        return taken;
    }

    [Fact]
    public void Forty_nursing_posts_do_not_bury_one_pharmacist()
    {
        var cadence = new Cadence { GapMinutes = 30, DailyCap = 10, QuietFrom = new TimeOnly(20, 0), QuietTo = new TimeOnly(7, 0) };
        var nursing = Fill(40, "Nursing", cadence);

        var pharmacist = PostingWindow.Choose(Morning, "Pharmacy", cadence, Chicago, nursing);

        pharmacist.ShouldBeLessThan(Morning.AddHours(3));
        nursing.Count(post => post.At < pharmacist).ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void With_one_post_a_day_every_second_day_stays_free()
    {
        var cadence = new Cadence { DailyCap = 1 };
        var nursing = Fill(10, "Nursing", cadence);

        var pharmacist = PostingWindow.Choose(Morning, "Pharmacy", cadence, Chicago, nursing);

        (pharmacist - Morning).ShouldBeLessThan(TimeSpan.FromDays(4));
    }

    [Fact]
    public void A_few_posts_of_one_department_follow_each_other_at_the_plain_gap()
        => Fill(3, "Nursing", new Cadence { GapMinutes = 30 }).Select(post => post.At).ShouldBe([Morning, Morning.AddMinutes(30), Morning.AddMinutes(60)]);

    [Fact]
    public void Gap_and_cap_hold_for_all_departments_together()
    {
        var cadence = new Cadence { GapMinutes = 30, DailyCap = 6 };
        var taken = Fill(20, "Nursing", cadence);
        for (var i = 0; i < 20; i++)
            taken.Add(new TakenTime(PostingWindow.Choose(Morning, "Pharmacy", cadence, Chicago, taken), "Pharmacy"));

        var times = taken.Select(post => post.At).Order().ToList();
        times.Zip(times.Skip(1), (one, next) => next - one).Min().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(30));
        times.GroupBy(at => Chicago.LocalDay(at)).Max(day => day.Count()).ShouldBeLessThanOrEqualTo(6);
    }
}
