using MudBlazor;
using Recruit.Staff;

namespace Recruit.Shell.Parts;

public static class Acting
{
    /// <summary>Does what a person asked for and says what came of it: <paramref name="done"/>, or why they may not.</summary>
    /// <param name="done">Null: what shows by itself needs no words.</param>
    public static async Task SayAsync(this ISnackbar snackbar, Func<Task> act, string? done)
    {
        try
        {
            await act();
            if (done is not null)
                snackbar.Add(done, Severity.Success);
        }
        catch (NotAllowedException refusal)
        {
            snackbar.Add(refusal.Message, Severity.Error);
        }
    }
}
