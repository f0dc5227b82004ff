using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Recruit.Persistence;

/// <summary>An instant as UTC ticks, so that SQLite orders and compares it as a number.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>An instant in UTC, cut to the microseconds that PostgreSQL keeps.</summary>
public sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
    instant => instant);
