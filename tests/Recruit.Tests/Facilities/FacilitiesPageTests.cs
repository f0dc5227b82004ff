using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Facilities;
using Recruit.Tests.Support;

namespace Recruit.Tests.Facilities;

public sealed class FacilitiesPageTests : PageTest
{
    public FacilitiesPageTests() => Services.AddScoped<SaveFacility>();

    [Fact]
    public async Task A_facility_without_legal_texts_is_told_apart()
    {
        await SignInAsync();
        await Db.SaveAsync(A.Facility(), A.Facility("Hill Clinic", facility => facility.EeoText = ""));

        var page = Page<FacilitiesPage>();

        page.WaitForState(() => page.FindAll("tbody tr").Count == 2);
        page.FindAll("tbody tr")[0].TextContent.ShouldContain("Missing: its vacancies cannot open");
        page.FindAll("tbody tr")[1].TextContent.ShouldContain("Complete");
    }

    [Fact]
    public async Task A_pale_color_is_refused_at_its_field_and_nothing_is_saved()
    {
        await SignInAsync();
        await Db.SaveAsync(A.Facility());
        var page = Page<FacilitiesPage>();
        page.WaitForState(() => page.FindAll("tbody tr").Count == 1);
        await page.InvokeAsync(() => Button(page, "Edit").Click());
        Dialogs.WaitForState(() => Dialogs.FindAll("input").Count > 0);

        await Dialogs.InvokeAsync(() => Dialogs.FindAll("input").Single(input => input.GetAttribute("value") == "#0b5d6b").Input("#ffee00"));
        await Dialogs.InvokeAsync(() => Button(Dialogs, "Save").Click());

        Dialogs.WaitForState(() => Dialogs.Markup.Contains("Choose a darker color"));
        (await Db.ReadAsync(db => db.Facilities.Select(facility => facility.Color).SingleAsync())).ShouldBe("#0b5d6b");
    }
}
