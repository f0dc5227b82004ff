using System.Globalization;
using System.Text.Json;

namespace Recruit.Benchmarks;

/// <summary>One table that a person can read, and the same as one line of JSON.</summary>
public sealed class Report(string verb, Setting setting)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    private readonly List<(string Database, string What, string Figure, string Target, bool? IsMet)> _rows = [];
    private readonly double _loadBefore = Machine.Load;

    public bool AllMet => _rows.TrueForAll(row => row.IsMet != false);

    /// <param name="isMet">Null: told for information, with no target.</param>
    public void Add(string database, string what, string figure, string target = "", bool? isMet = null) => _rows.Add((database, what, figure, target, isMet));

    public void Add(string database, string what, int count, int most) => Add(database, what, Figures.Text(count), $"at most {most}", count <= most);

    /// <summary>As far as it has come, for runs of many minutes.</summary>
    public static void Say(string line) => Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {line}");

    public void Print()
    {
        var load = (Before: _loadBefore, After: Machine.Load);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{verb}, {Clock.Now:yyyy-MM-dd HH:mm} UTC, seed {setting.Seed}{(setting.IsShort ? ", short" : "")}, {Environment.ProcessorCount} cores, load {load.Before:0.0} before and {load.After:0.0} after"));
        string[] head = ["database", "what", "figure", "target", ""];
        var table = _rows.Select(row => new[] { row.Database, row.What, row.Figure, row.Target, row.IsMet switch { true => "met", false => "MISSED", null => "" } }).Prepend(head).ToList();
        var widths = Enumerable.Range(0, head.Length).Select(column => table.Max(row => row[column].Length)).ToList();
        foreach (var row in table)
            Console.WriteLine("| " + string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))) + " |");

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            verb,
            at = Clock.Now,
            seed = setting.Seed,
            isShort = setting.IsShort,
            load,
            rows = _rows.Select(row => new { row.Database, row.What, row.Figure, row.Target, row.IsMet }),
        }, Json));
    }
}
