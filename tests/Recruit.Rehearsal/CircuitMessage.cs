using System.Buffers;
using MessagePack;

namespace Recruit.Rehearsal;

/// <summary>Messages between a page and its circuit: SignalR's calls in MessagePack, each behind its length.</summary>
internal static class CircuitMessage
{
    private const int Invocation = 1;
    private const int PingType = 6;
    private const int LengthBits = 7;

    public static byte[] Ping { get; } = [2, 0x91, PingType];

    /// <param name="arguments">Texts, numbers, truths or null.</param>
    public static byte[] Call(string method, string? id, params object?[] arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(5);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write(id);
        writer.Write(method);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
        {
            switch (argument)
            {
                case long number: writer.Write(number); break;
                case bool truth: writer.Write(truth); break;
                default: writer.Write((string?)argument); break;
            }
        }

        writer.Flush();
        return [.. Length(buffer.WrittenCount), .. buffer.WrittenSpan];
    }

    /// <summary>Takes one whole message from the front.</summary>
    /// <param name="place">Where its arguments begin; what is no call has no method.</param>
    /// <returns>Bytes taken; zero when it has not come whole.</returns>
    public static int Take(ReadOnlyMemory<byte> bytes, out string? method, out ReadOnlyMemory<byte> arguments)
    {
        (method, arguments) = (null, default);
        var (length, shift, place) = (0, 0, 0);
        while (true)
        {
            if (place == bytes.Length)
                return 0;
            var part = bytes.Span[place++];
            length |= (part & 0x7F) << shift;
            shift += LengthBits;
            if (part < 0x80)
                break;
        }

        if (bytes.Length - place < length)
            return 0;

        var body = bytes.Slice(place, length);
        var reader = new MessagePackReader(body);
        reader.ReadArrayHeader();
        if (reader.ReadInt32() == Invocation)
        {
            reader.Skip();
            reader.Skip();
            method = reader.ReadString();
            arguments = body[(int)reader.Consumed..];
        }

        return place + length;
    }

    private static IEnumerable<byte> Length(int length)
    {
        for (; length >= 0x80; length >>= LengthBits)
            yield return (byte)(length | 0x80);
        yield return (byte)length;
    }
}
