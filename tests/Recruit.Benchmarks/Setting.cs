using System.Globalization;

namespace Recruit.Benchmarks;

/// <summary>What the command line chose.</summary>
/// <param name="Databases">sqlite, postgres, or both.</param>
/// <param name="Runs">Null: as many as the bar asks for.</param>
public sealed record Setting(string Verb, IReadOnlyList<string> Databases, int Seed, int? Runs, bool IsShort)
{
    public const string Usage = "Usage: Recruit.Benchmarks VERB [--database sqlite|postgres] [--seed NUMBER] [--runs NUMBER] [--short]";

    public int RunsOr(int usual, int few) => Runs ?? (IsShort ? few : usual);

    public static Setting? Parse(string[] args)
    {
        if (args.Length == 0)
            return null;

        var setting = new Setting(args[0], ["sqlite", "postgres"], Random.Shared.Next(1, 1_000_000), null, false);
        for (var place = 1; place < args.Length; place++)
        {
            var value = place + 1 < args.Length ? args[place + 1] : "";
            Setting? next = args[place] switch
            {
                "--short" => setting with { IsShort = true },
                "--database" when value is "sqlite" or "postgres" => setting with { Databases = [value] },
                "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => setting with { Seed = seed },
                "--runs" when int.TryParse(value, CultureInfo.InvariantCulture, out var runs) && runs > 0 => setting with { Runs = runs },
                _ => null,
            };
            if (next is null)
                return null;
            if (args[place] != "--short")
                place++;
            setting = next;
        }

        return setting;
    }
}
