namespace Recruit.Benchmarks;

/// <summary>Many admin pages that stay open, each with a circuit of its own.</summary>
public sealed class Audience : IAsyncDisposable
{
    private static readonly IReadOnlyList<(string Path, string Words)> Pages = [("admin", "Needs you"), ("admin/vacancies", "Registered Nurse"), ("admin/deliveries", "Copy ")];

    private readonly SignedIn _person;
    private readonly List<OpenPage> _pages = [];

    private Audience(SignedIn person) => _person = person;

    /// <summary>Opens them four at a time, and returns when all have been drawn.</summary>
    public static async Task<Audience> OpenAsync(Stage stage, Cast cast, Uri address, int count)
    {
        var audience = new Audience(await SignedIn.AsAsync(cast.Recruiter, stage, address));
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var (path, words) = Pages[number % Pages.Count];
            var page = await OpenPage.OpenAsync(audience._person, path, words);
            lock (audience._pages)
                audience._pages.Add(page);
        });
        return audience;
    }

    public void AllShouldBeOpen()
    {
        if (_pages.Count(page => !page.IsOpen) is > 0 and var closed)
            throw new InvalidOperationException($"{closed} of {_pages.Count} pages did not stay open.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.DisposeAsync();
        _person.Dispose();
    }
}
