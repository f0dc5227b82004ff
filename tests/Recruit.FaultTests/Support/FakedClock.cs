using System.Globalization;

namespace Recruit.FaultTests.Support;

/// <summary>A wall clock that the test can put forward and back below a running program, as an operator's hand or a time server does.</summary>
public sealed class FakedClock : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly string _library;

    private FakedClock(string library)
    {
        _library = library;
        Step(TimeSpan.Zero);
    }

    /// <summary>Null where libfaketime is not installed.</summary>
    public static FakedClock? Find() =>
        Directory.EnumerateDirectories("/usr/lib").Prepend("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists) is { } library
            ? new FakedClock(library)
            : null;

    /// <summary>What the program is to be started with.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("LD_PRELOAD", _library), ("FAKETIME_TIMESTAMP_FILE", _file), ("FAKETIME_NO_CACHE", "1"),
        // A timer that counts from the machine's start does not hear of it, just as with a real step.
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ];

    /// <summary>So far from the true time, from now on.</summary>
    public void Step(TimeSpan away) => File.WriteAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{(away < TimeSpan.Zero ? "" : "+")}{away.TotalSeconds:0}s\n"));

    public void Dispose() => File.Delete(_file);
}
