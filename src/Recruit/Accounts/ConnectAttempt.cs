using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Accounts;

/// <summary>One person's way to a network's login and back. It lives a quarter of an hour, and its secrets are sealed.</summary>
public sealed class ConnectAttempt
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StaffId { get; init; }
    public required ChannelKey Channel { get; init; }
    /// <summary>The state that the network carries back, as a hash: who reads the database cannot answer for the network.</summary>
    public required string StateHash { get; init; }
    /// <summary>App and verifier before the login, the accounts with their tokens after it. Written and read by TokenVault only.</summary>
    public string Sealed { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>A state answers once.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
    /// <summary>Why the login came to nothing, for people; empty when it did not fail.</summary>
    public string Failure { get; set; } = "";

    public bool IsOver(DateTimeOffset now) => now - CreatedAt > Life;
}

/// <param name="App">What the network gave the hospital's app.</param>
/// <param name="Verifier">Empty once the code was exchanged.</param>
/// <param name="Found">Null until the network answered.</param>
public sealed record ConnectSecrets(IReadOnlyDictionary<string, string> App, string Verifier, IReadOnlyList<FoundAccount>? Found, IReadOnlyList<ConnectCheck>? Checks)
{
    public override string ToString() => $"Secrets of a login, {Found?.Count ?? 0} accounts found";
}

public sealed class ConnectAttemptTable : IEntityTypeConfiguration<ConnectAttempt>
{
    public void Configure(EntityTypeBuilder<ConnectAttempt> builder)
    {
        builder.ToTable("ConnectAttempts");
        builder.Property(attempt => attempt.Channel).HasConversion(key => key.Value, value => new ChannelKey(value)).HasMaxLength(20);
        builder.Property(attempt => attempt.StateHash).HasMaxLength(64);
        builder.HasIndex(attempt => attempt.StateHash).IsUnique();
    }
}

public static class ConnectAttemptSet
{
    extension(RecruitDb db)
    {
        public DbSet<ConnectAttempt> ConnectAttempts => db.Set<ConnectAttempt>();
    }
}
