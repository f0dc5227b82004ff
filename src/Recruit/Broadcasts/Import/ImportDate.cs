using System.Globalization;

namespace Recruit.Broadcasts.Import;

/// <summary>Reads a day from the forms that exports give it.</summary>
public static class ImportDate
{
    private static readonly string[] Days = ["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "yyyy/MM/dd", "d-MMM-yyyy", "d MMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "M/d/yyyy H:mm", "M/d/yyyy h:mm tt"];

    // Systems that cannot leave a date empty write 2999 or 9999 for one that never comes.
    private const int Never = 2900;

    public static DateOnly? Read(string text, string column, TimeZoneInfo zone, ICollection<string> proposals)
    {
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return OrNever(day);
        if (DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return OrNever(DateOnly.FromDateTime(IsInstant(time) && time.Year < Never ? TimeZoneInfo.ConvertTime(time, zone) : time));

        proposals.Add($"{column}: “{text}” is not a date, left empty");
        return null;
    }

    private static DateOnly? OrNever(DateOnly day) => day.Year < Never ? day : null;

    // Midnight with a zone is how systems write a bare day: converting it would move the day to the evening before.
    private static bool IsInstant(DateTime time) => time.Kind != DateTimeKind.Unspecified && time.ToUniversalTime().TimeOfDay != TimeSpan.Zero;
}
