using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Recruit.Audit;

/// <summary>How an entry's hash comes to be: SHA-256 over its number, every column, and the hash before it.</summary>
public static class AuditChain
{
    /// <summary>Stands before the first entry.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <param name="entry">As the database gives it back, since the databases keep instants with different precision.</param>
    public static string Hash(long number, AuditEntry entry, string previousHash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(sha, previousHash);
        Add(sha, number);
        Add(sha, entry.Id);
        Add(sha, entry.At.UtcTicks);
        Add(sha, entry.ActorId);
        Add(sha, entry.ActorName);
        Add(sha, entry.Act);
        Add(sha, entry.SubjectId);
        Add(sha, entry.FacilityId);
        Add(sha, entry.Note);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    // Lengths stand before texts, so that no letter can move from one column to the next unseen.
    private static void Add(IncrementalHash sha, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(sha, bytes.Length);
        sha.AppendData(bytes);
    }

    private static void Add(IncrementalHash sha, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        sha.AppendData(bytes);
    }

    private static void Add(IncrementalHash sha, Guid? id)
    {
        Span<byte> bytes = stackalloc byte[17];
        bytes.Clear();
        if (id is { } known)
        {
            bytes[0] = 1;
            known.TryWriteBytes(bytes[1..]);
        }

        sha.AppendData(bytes);
    }
}
