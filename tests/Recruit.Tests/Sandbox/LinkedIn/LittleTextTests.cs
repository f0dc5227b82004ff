using Recruit.Sandbox.LinkedIn;

namespace Recruit.Tests.Sandbox.LinkedIn;

public sealed class LittleTextTests
{
    [Theory]
    [InlineData("plain words", "plain words", "plain words")]
    [InlineData(@"nights \(0.8 FTE\)", "nights (0.8 FTE)", @"nights \(0.8 FTE\)")]
    [InlineData(@"a\\b\_c", @"a\b_c", @"a\\b\_c")]
    [InlineData(@"{hashtag|\#|nursing}!", "#nursing!", @"{hashtag|\#|nursing}!")]
    [InlineData("#nursing now", "#nursing now", @"{hashtag|\#|nursing} now")]
    [InlineData("@[Dev Co](urn:li:organization:2414183) hires", "Dev Co hires", "@[Dev Co](urn:li:organization:2414183) hires")]
    public void Well_formed_text_is_kept_whole(string commentary, string shown, string kept)
    {
        var text = LittleText.Parse(commentary);

        text.ShouldBe(new LittleText(shown, kept, IsCut: false));
    }

    [Theory]
    [InlineData("nights (0.8 FTE)", "nights ")]
    [InlineData("mail jobs@example.org", "mail jobs")]
    [InlineData("a_b", "a")]
    [InlineData("#", "")]
    [InlineData("{hashtag|#|nursing}", "")]
    [InlineData(@"ends in \", "ends in ")]
    [InlineData("a < b", "a ")]
    public void The_first_bare_reserved_character_ends_the_text(string commentary, string shown)
    {
        var text = LittleText.Parse(commentary);

        text.IsCut.ShouldBeTrue();
        text.Shown.ShouldBe(shown);
    }
}
