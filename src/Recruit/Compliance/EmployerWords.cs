using PhoneNumbers;

namespace Recruit.Compliance;

/// <summary>What the vacancy and its facility call their own. It clears the span that it stands on, never a whole text, and never a block.</summary>
/// <remarks>Made ready at the first question: most texts never ask one.</remarks>
public sealed class EmployerWords(IReadOnlyList<string> values)
{
    private const int FewestPhoneDigits = 7;
    private const int ShortestName = 3;

    private static readonly GuardPattern Honorific = GuardPattern.Of(@"^(?:Mr|Mrs|Ms|Mx|Miss|Mister|Dr)\.? ");
    private static readonly GuardPattern Credentials = GuardPattern.Of(@",? (?:RN|LPN|CNA|MD|DO|PhD|DNP|BSN|MSN|PA-C|APRN|NP|PT|OT|RT|PharmD|MSW|LCSW|MBA)\b.*$");
    private static readonly GuardPattern Host = GuardPattern.Of(@"(?:[a-z0-9\-]{1,63}\.){1,5}[a-z]{2,24}\b");
    private static readonly GuardPattern Mail = GuardPattern.Of(@"[a-z0-9._%+\-]{1,64}@[a-z0-9.\-]{1,253}");

    // At least seven digits with little between them; what else they may be does not matter, since only equal numbers count.
    private static readonly GuardPattern Phone = GuardPattern.Of(@"\+?\(?\d(?:[\-. ()/]{0,3}\d){6,14}");

    private readonly Lazy<Lists> _lists = new(() => new Lists(values));

    public bool Hold(string span) => _lists.Value.Values.Contains(Plain(span)) || _lists.Value.Mails.Contains(span.Trim());

    /// <summary>By their digits: neither the way of writing nor an extension counts.</summary>
    public bool HoldPhone(string span) => PhoneDigits(span) is { Length: >= FewestPhoneDigits } digits && _lists.Value.Phones.Contains(digits);

    /// <summary>The host itself, or one below it.</summary>
    public bool HoldHost(string host) => _lists.Value.Hosts.Any(own => host.Equals(own, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));

    /// <summary>Also by surname: "Ms. Moreno" where the contact is Ana Moreno. A place named for a person has its kind as last word, so it does not clear its namesake.</summary>
    public bool HoldName(string span)
    {
        var name = Honorific.Without(Plain(span));
        return _lists.Value.Values.Contains(name)
            || _lists.Value.Values.Any(value => value.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase) && value.Split(' ').Length <= 3);
    }

    /// <summary>Whether a span lies within own words that stand in the text: the person whom a named building is named for.</summary>
    public bool Cover(PlainText text, MatchSpan span)
    {
        foreach (var value in _lists.Value.Values)
        {
            if (value.Length < ShortestName)
                continue;

            for (var at = text.Text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0 && at <= span.Start; at = text.Text.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at + value.Length >= span.End)
                    return true;
            }
        }

        return false;
    }

    private static string Plain(string value) => TextNormalizer.Normalize("", value).Text.Trim().TrimEnd('.', ',', ';', ':');

    private static string PhoneDigits(string value)
    {
        try
        {
            var phone = PhoneNumberUtil.GetInstance().Parse(value, "US");
            return $"{phone.CountryCode}{phone.NationalNumber}";
        }
        catch (NumberParseException)
        {
            return "";
        }
    }

    private sealed class Lists
    {
        public Lists(IReadOnlyList<string> values)
        {
            Values = new(values.Select(Plain).SelectMany(Parts).Where(value => value.Length > 0), StringComparer.OrdinalIgnoreCase);
            Phones = [.. values.SelectMany(value => Phone.In(value).Select(span => PhoneDigits(value.Substring(span.Start, span.Length))))];
            Mails = new(values.SelectMany(value => Mail.In(value).Select(span => value.Substring(span.Start, span.Length).TrimEnd('.'))), StringComparer.OrdinalIgnoreCase);
            // The host of a mailbox is not the hospital's: it may be a mail provider's.
            Hosts = new(values.Where(value => !value.Contains('@', StringComparison.Ordinal)).SelectMany(Hostnames), StringComparer.OrdinalIgnoreCase);
        }

        public HashSet<string> Values { get; }

        public HashSet<string> Phones { get; }

        public HashSet<string> Mails { get; }

        public HashSet<string> Hosts { get; }

        // An address is also its street alone, and a person is also the name without letters behind it.
        private static IEnumerable<string> Parts(string value) => value.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 && char.IsAsciiDigit(value[0])
            ? [value, value[..comma]]
            : [value, Credentials.Without(value)];

        private static IEnumerable<string> Hostnames(string value) => Host.In(value)
            .Select(span => value.Substring(span.Start, span.Length)).Select(host => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host);
    }
}
