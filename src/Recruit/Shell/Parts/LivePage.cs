using Microsoft.AspNetCore.Components;

namespace Recruit.Shell.Parts;

/// <summary>A page that follows what happens while it stands open: it looks every two seconds, and draws only what changed.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _closed = new();

    [Inject] protected TimeProvider Clock { get; set; } = default!;

    /// <summary>Ends when the person leaves.</summary>
    protected CancellationToken Closed => _closed.Token;

    /// <returns>True when what is shown has changed.</returns>
    protected abstract Task<bool> LookAsync(CancellationToken ct);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = WatchAsync();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _closed.IsCancellationRequested)
            return;
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task WatchAsync()
    {
        var closed = Closed;
        try
        {
            using var timer = new PeriodicTimer(Pace, Clock);
            while (await timer.WaitForNextTickAsync(closed))
                await InvokeAsync(async () =>
                {
                    if (!closed.IsCancellationRequested && await LookAsync(closed) && !closed.IsCancellationRequested)
                        StateHasChanged();
                });
        }
        catch (OperationCanceledException)
        {
            // The person left during a look.
        }
        catch (Exception fault)
        {
            // Nobody awaits this loop: the page must say itself that it broke.
            await DispatchExceptionAsync(fault);
        }
    }
}
