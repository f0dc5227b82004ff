using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class SurfaceRulesTests
{
    [Theory]
    [InlineData("Your insurance denied the scan.")]
    [InlineData("We never treated anyone by that name.")]
    [InlineData("See you at your next infusion!")]
    [InlineData("You left against medical advice.")]
    public void A_reply_that_speaks_of_care_is_stopped(string text)
    {
        Check(new ReplyRule(), text, Surface.Reply).ShouldNotBeEmpty();
        Check(new ReplyRule(), text, Surface.JobPost).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Thank you for your comment. Privacy law keeps us from discussing anyone's care here.")]
    [InlineData("We appreciate your feedback. Please call patient relations.")]
    [InlineData("Yes, this position is still open. Thank you for your interest!")]
    public void A_neutral_reply_passes(string text) => Check(new ReplyRule(), text, Surface.Reply).ShouldBeEmpty();

    [Theory]
    [InlineData("Ringing the bell never gets old.")]
    [InlineData("He had no visitors, so I brought a cake.")]
    [InlineData("First chemo today.")]
    public void One_clue_to_a_person_is_enough_where_people_are_told_of(string text)
    {
        Check(new StorySurfaceRule(), text, Surface.Caption).ShouldAllBe(finding => finding.Severity == Severity.Review);
        Check(new StorySurfaceRule(), text, Surface.Caption).ShouldNotBeEmpty();
        Check(new StorySurfaceRule(), text, Surface.JobPost).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Our stroke program earned an award this year.")]
    [InlineData("Free blood pressure screenings on Saturday.")]
    [InlineData("What I love most is that no two shifts are alike.")]
    public void Programs_and_shifts_are_nobody(string text) => Check(new StorySurfaceRule(), text, Surface.StaffStory).ShouldBeEmpty();

    private static Finding[] Check(IComplianceRule rule, string text, Surface surface) => rule.Check(Drafts.Of(text) with { Surface = surface });
}
