using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

/// <summary>Catch and false-alarm rates on the sets of texts. The unseen set is never tuned on, so its floor is the honest one.</summary>
public sealed class GuardMeasureTests
{
    private readonly ComplianceGuard _guard = Guards.Real();

    [Theory]
    [InlineData("patient-posts.txt", 0.95)]
    [InlineData("second-patient-posts.txt", 0.95)]
    [InlineData("third-patient-posts.txt", 0.90)]
    [InlineData("unseen-patient-posts.txt", 0.60)]
    public void Texts_about_patients_are_stopped(string file, double floor)
    {
        var lines = Texts.Lines(file);
        var missed = lines.Where(IsAllowed).ToArray();

        (1 - (double)missed.Length / lines.Length).ShouldBeGreaterThanOrEqualTo(floor, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("clean-sentences.txt")]
    [InlineData("second-clean-sentences.txt")]
    [InlineData("third-clean-sentences.txt")]
    [InlineData("unseen-clean-sentences.txt")]
    public void Words_of_ordinary_vacancies_pass(string file)
    {
        var lines = Texts.Lines(file);
        var stopped = lines.Where(line => !IsAllowed(line)).ToArray();

        ((double)stopped.Length / lines.Length).ShouldBeLessThanOrEqualTo(0.03, string.Join('\n', stopped));
    }

    private bool IsAllowed(string text) => _guard.Check(Drafts.Of(text)).IsClean;
}
