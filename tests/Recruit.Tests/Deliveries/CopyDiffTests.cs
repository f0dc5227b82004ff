using Recruit.Deliveries;

namespace Recruit.Tests.Deliveries;

public class CopyDiffTests
{
    [Theory]
    [InlineData("Nights in Duluth.", "Nights in Duluth.", "Nights in Duluth.")]
    [InlineData("Nights in Duluth.", "Days in Duluth.", "[-Nights][+Days] in Duluth.")]
    [InlineData("Two patients to a nurse", "Three patients to one nurse", "[-Two][+Three] patients to [-a][+one] nurse")]
    [InlineData("Apply now", "Apply", "Apply[- now]")]
    [InlineData("", "New words", "[+New words]")]
    [InlineData("a a a", "a a", "a a[- a]")]
    public void It_shows_what_went_and_what_came(string before, string after, string shown)
        => string.Concat(CopyDiff.Of(before, after).Select(part => part.Change switch
        {
            CopyChange.Removed => $"[-{part.Text}]",
            CopyChange.Added => $"[+{part.Text}]",
            _ => part.Text,
        })).ShouldBe(shown);

    [Fact]
    public void The_longest_words_of_a_network_are_compared_without_waiting()
    {
        var before = string.Join(' ', Enumerable.Range(0, 10_000));
        var after = string.Join(' ', Enumerable.Range(5, 10_000).Reverse());

        var parts = CopyDiff.Of(before, after);

        string.Concat(parts.Where(part => part.Change != CopyChange.Added).Select(part => part.Text)).ShouldBe(before);
        string.Concat(parts.Where(part => part.Change != CopyChange.Removed).Select(part => part.Text)).ShouldBe(after);
    }
}
