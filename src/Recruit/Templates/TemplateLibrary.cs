using System.Collections.Concurrent;
using System.Text;
using Recruit.Channels;

namespace Recruit.Templates;

/// <summary>The templates of the folder, parsed once and again when a file changes. What cannot be read is a template with an error, never an exception.</summary>
public sealed class TemplateLibrary(TemplateFolder folder)
{
    private const int MaxBytes = 64 * 1024;
    private const int MostVariants = 9;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path));
    private readonly ConcurrentDictionary<(ChannelKey, Moment, int), Read> _read = [];

    /// <param name="turn">How often the moment was planned before; the variants take turns.</param>
    public CopyTemplate Find(ChannelKey channel, Moment moment, int turn = 0) => FindVariant(channel, moment, turn % Variants(channel, moment) + 1);

    /// <summary>How many files hold words for it: announce.scriban, announce.2.scriban and so on.</summary>
    public int Variants(ChannelKey channel, Moment moment)
    {
        var count = 1;
        while (IsPlainName(channel) && count < MostVariants && File.Exists(Path.Combine(_root, CopyTemplate.PathOf(channel, moment, count + 1))))
            count++;
        return count;
    }

    /// <param name="variant">From 1.</param>
    public CopyTemplate FindVariant(ChannelKey channel, Moment moment, int variant)
    {
        if (!IsPlainName(channel))
            return CopyTemplate.Unreadable(channel, moment, variant, "A network's name holds only small letters and digits.");

        var file = new FileInfo(Path.Combine(_root, CopyTemplate.PathOf(channel, moment, variant)));
        try
        {
            if (!file.Exists)
                return CopyTemplate.Unreadable(channel, moment, variant, "There is no such file. Add it, or copy one of the other networks'.");

            var stamp = (file.LastWriteTimeUtc, file.Length);
            if (_read.TryGetValue((channel, moment, variant), out var known) && known.Stamp == stamp)
                return known.Template;

            var template = Load(channel, moment, variant, file);
            _read[(channel, moment, variant)] = new Read(stamp, template);
            return template;
        }
        // Not kept: the file may be whole and readable the next time.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return CopyTemplate.Unreadable(channel, moment, variant, "The file cannot be read. Check that it is there and that the app may read it.");
        }
    }

    private CopyTemplate Load(ChannelKey channel, Moment moment, int variant, FileInfo file)
    {
        if (!LiesInside(file))
            return CopyTemplate.Unreadable(channel, moment, variant, "The file points to a place outside of the templates folder. Put the file itself there.");

        if (file.Length > MaxBytes)
            return CopyTemplate.Unreadable(channel, moment, variant, "The file is too large for a template. The limit is 64 KB.");

        try
        {
            return CopyTemplate.Parse(channel, moment, variant, File.ReadAllText(file.FullName, Utf8));
        }
        catch (DecoderFallbackException)
        {
            return CopyTemplate.Unreadable(channel, moment, variant, "The file is not UTF-8. Save it as UTF-8.");
        }
    }


    // Links are followed on both sides, so that a folder which is itself mounted through links still works.
    private bool LiesInside(FileInfo file)
        => Target(file).StartsWith(Target(new DirectoryInfo(_root)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Target(FileSystemInfo place)
    {
        var end = place.ResolveLinkTarget(returnFinalTarget: true) ?? place;
        var parent = Path.GetDirectoryName(end.FullName);
        return parent is null || parent == end.FullName ? end.FullName : Path.Combine(Target(new DirectoryInfo(parent)), end.Name);
    }

    private static bool IsPlainName(ChannelKey channel)
        => channel.Value is { Length: > 0 and <= 32 } && channel.Value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private sealed record Read((DateTime WrittenAt, long Length) Stamp, CopyTemplate Template);
}
