using Bunit;
using Microsoft.AspNetCore.Components;
using Recruit.Shell.Parts;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell.Parts;

public sealed class FaultBoundaryTests : PageTest
{
    [Fact]
    public void A_broken_part_is_shown_with_a_number_and_without_its_exception()
    {
        var part = Page<FaultBoundary>(parameters => parameters.AddChildContent<Breaking>(
            breaking => breaking.Add(child => child.With, new InvalidOperationException("secret words"))));

        part.Markup.ShouldContain("Something went wrong");
        part.Markup.ShouldMatch("this number: [0-9a-f]{8}\\.");
        part.Markup.ShouldNotContain("secret words");
    }

    [Fact]
    public void A_refusal_is_shown_in_its_own_words()
    {
        var part = Page<FaultBoundary>(parameters => parameters.AddChildContent<Breaking>(
            breaking => breaking.Add(child => child.With, new NotAllowedException("Only administrator may do this."))));

        part.Markup.ShouldContain("Only administrator may do this.");
        part.Markup.ShouldNotContain("Something went wrong");
    }

    private sealed class Breaking : ComponentBase
    {
        [Parameter] public Exception With { get; set; } = default!;

        protected override void OnParametersSet() => throw With;
    }
}
