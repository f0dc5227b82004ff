using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Tests.Support;

/// <summary>
/// A page on a real database, with MudBlazor's services, a clock that the test turns, and somebody signed in.
/// Render a page with <see cref="Page{T}"/>: dialogs and pop-overs are then part of what is found.
/// Find and click an element within one <c>InvokeAsync</c>: a page that reads its rows may replace the element in between.
/// </summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    // The usual second is too short for a first rendering beside many other tests; a wait ends as soon as it may.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLogging();
        Services.AddSingleton<IDbContextFactory<RecruitDb>>(Db);
        Services.AddSingleton<TimeProvider>(Clock);
    }

    protected TestDb Db { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));

    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = default!;

    protected IRenderedComponent<MudPopoverProvider> Popovers { get; private set; } = default!;

    protected IRenderedComponent<MudSnackbarProvider> Snackbars { get; private set; } = default!;

    /// <summary>Saves the person and signs them in.</summary>
    protected async Task<StaffMember> SignInAsync(StaffRoles roles = StaffRoles.Administrator, string name = "Ada Admin")
        => await SignInAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", name, roles));

    protected async Task<StaffMember> SignInAsync(StaffMember staff)
    {
        await Db.SaveAsync(staff);
        this.AddAuthorization().SetAuthorized(staff.Name).SetClaims(
            [new Claim(ClaimTypes.NameIdentifier, staff.Id.ToString()), .. CurrentStaff.ClaimsOf(staff)]);
        return staff;
    }

    protected IRenderedComponent<T> Page<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null) where T : Microsoft.AspNetCore.Components.IComponent
    {
        Popovers ??= Render<MudPopoverProvider>();
        Dialogs ??= Render<MudDialogProvider>();
        Snackbars ??= Render<MudSnackbarProvider>();
        var page = Render(parameters ?? (_ => { }));
        // A database that answers over a socket lets the page render once before its rows are there.
        page.WaitForState(() => page.FindAll(".mud-skeleton").Count == 0);
        return page;
    }

    /// <summary>The button with these words, found anew each time: MudBlazor replaces elements when it renders again.</summary>
    protected static IElement Button<T>(IRenderedComponent<T> part, string words) where T : Microsoft.AspNetCore.Components.IComponent
        => part.FindAll("button, a.mud-button-root").Single(button => button.TextContent.Trim() == words);

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        Db.Dispose();
    }
}
