using System.Text;
using System.Text.Json;
using Recruit.Sandbox.OAuth;

namespace Recruit.Sandbox;

/// <summary>One line of the file; the last line about a post or an account is the truth.</summary>
public sealed record JournalLine(SandboxPost? Post = null, SandboxAccount? Account = null, bool PostsCleared = false, App? App = null, Grant? Grant = null);

/// <summary>An append-only file of JSON lines. Every line is on the disk before its caller answers.</summary>
public sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private readonly FileStream _only;
    private readonly Lock _gate = new();

    private Journal(FileStream file, FileStream only) => (_file, _only) = (file, only);

    public static Journal Open(string path, Action<JournalLine> read)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);

        // Two writers would tear each other's lines. On Unix a shared read does not keep a second writer out, hence the file beside it.
        var only = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            Load(file, path, read);
            return new Journal(file, only);
        }
        catch
        {
            file?.Dispose();
            only.Dispose();
            throw;
        }
    }

    public void Append(JournalLine line)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, Answers.Json);
        lock (_gate)
        {
            _file.Write([.. bytes, (byte)'\n']);
            _file.Flush(flushToDisk: true);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
            _only.Dispose();
        }
    }

    /// <summary>A line without its end was never answered: it is cut off, or the next line would run into it.</summary>
    private static void Load(FileStream file, string path, Action<JournalLine> read)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var start = 0;
        var number = 0;
        while (Array.IndexOf(bytes, (byte)'\n', start) is var end and >= 0)
        {
            number++;
            read(Parse(bytes.AsSpan(start, end - start), path, number));
            start = end + 1;
        }

        file.SetLength(start);
        file.Position = start;
    }

    private static JournalLine Parse(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(line, Answers.Json) ?? new JournalLine();
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException($"Line {number} of {path} is not a practice record: {Encoding.UTF8.GetString(line[..Math.Min(60, line.Length)])}", mistake);
        }
    }
}
