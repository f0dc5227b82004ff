namespace Recruit.Rehearsal;

/// <summary>The app as an operator runs it.</summary>
public sealed class RecruitProcess : ProgramProcess
{
    private RecruitProcess(IReadOnlyDictionary<string, string> settings)
        : base(typeof(RecruitApp).Assembly.Location, [], settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value), "Jobs site")
    {
    }

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Returns once the program has said where it is to be found.</summary>
    public static async Task<RecruitProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var program = new RecruitProcess(settings);
        try
        {
            var line = await program.BeginAsync();
            program.Address = new Uri(new Uri(line["Jobs site".Length..].Trim()), "/");
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }
}
