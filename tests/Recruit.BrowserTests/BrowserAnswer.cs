namespace Recruit.BrowserTests;

/// <summary>Time limits for the calls that have none of their own.</summary>
internal static class BrowserAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits a minute, and then says that the browser hangs. <c>tests/run.sh</c> knows these words.</summary>
    /// <exception cref="TimeoutException">The browser did not answer.</exception>
    public static async Task<T> OrHangsAsync<T>(this Task<T> call, string what)
    {
        try
        {
            return await call.WaitAsync(Patience);
        }
        catch (TimeoutException slow)
        {
            throw new TimeoutException($"The browser hangs: {what} had no answer for {Patience.TotalSeconds:0} s.", slow);
        }
    }
}
