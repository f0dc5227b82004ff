namespace Recruit.Vacancies;

/// <param name="Score">0 to 1; 1 when every word fits.</param>
public sealed record OccupationMatch(Occupation Occupation, double Score);

/// <summary>Scores a vacancy's title against the titles of every occupation.</summary>
internal static class OccupationGuess
{
    private const double NearEnough = 0.45;

    // A role that only one side names makes them different work, however many words they share.
    private const double RoleMissing = 0.8;
    private const double OtherKind = 0.9;
    private const double Doubtful = 0.99;
    private const double UnknownWeight = 1;

    private const string RegisteredNurses = "29-1141.00";
    private const string AcuteCareNurses = "29-1141.01";
    private const string CriticalCareNurses = "29-1141.03";

    public static Occupation? For(string title) => Best(title, 1) is [{ Score: >= NearEnough } best] ? best.Occupation : null;

    /// <summary>Best first, each occupation once.</summary>
    public static IReadOnlyList<OccupationMatch> Best(string title, int most)
    {
        var ad = AdTitle.Read(title).Words.Select(word => (Word: OccupationTitles.WeightOf(word.Word) is null ? OccupationTitles.Near(word.Word) ?? word.Word : word.Word, word.Weight)).DistinctBy(word => word.Word).ToList();
        var total = ad.Sum(word => word.Weight * (OccupationTitles.WeightOf(word.Word) ?? UnknownWeight));
        if (total <= 0)
            return [];

        var kind = OccupationTitles.KindOf(title);
        var shared = new Dictionary<int, (double Title, double Ad)>();
        for (var place = 0; place < ad.Count; place++)
        {
            if (OccupationTitles.WeightOf(ad[place].Word) is not { } weight)
                continue;
            foreach (var entry in OccupationTitles.With(ad[place].Word))
            {
                var so = shared.GetValueOrDefault(entry);
                // Of two roles in one title ("FNP or PA-C") the first one leads.
                shared[entry] = (so.Title + weight, so.Ad + (weight * ad[place].Weight * (1 - (0.01 * place))));
            }
        }

        var roles = ad.Where(word => word.Weight >= 1 && AdTitle.NamesRole(word.Word)).Select(word => word.Word).ToHashSet();
        // "Physician (Plastic Surgeon)": the closer word tells which.
        if (ad.Any(word => word.Word != "physician" && AdTitle.NamesRole(word.Word)))
            roles.Remove("physician");
        var words = ad.Select(word => word.Word).ToHashSet();
        var matches = shared
            .Select(one => (OccupationTitles.All[one.Key].Occupation, Score: Score(OccupationTitles.All[one.Key], one.Value.Title / OccupationTitles.TotalOf(one.Key), one.Value.Ad / total)))
            .GroupBy(one => one.Occupation).Select(group => new OccupationMatch(group.Key, Math.Round(group.Max(one => one.Score), 3)))
            .OrderByDescending(match => match.Score).ThenBy(match => match.Occupation.Code, StringComparer.Ordinal).ToList();
        if (words.Contains("icu"))
            PutCriticalCareFirst(matches);
        return [.. matches.Take(most)];

        double Score(OccupationTitles.Entry entry, double ofTitle, double ofAd)
        {
            var score = entry.Share * Math.Pow(ofTitle, 1.5) * Math.Sqrt(ofAd);
            if (entry.Words.Any(word => AdTitle.NamesRole(word) && !words.Contains(word)))
                score *= RoleMissing;
            if (roles.Any(role => !entry.Words.Contains(role)))
                score *= RoleMissing;
            if (entry.Kind is null || entry.Kind == kind)
                return score;
            // "Lab tech" may be either; in advertisements it is mostly the technician.
            return kind is not null ? score * OtherKind : entry.Kind == "technologist" ? score * Doubtful : score;
        }
    }

    /// <summary>A nurse of several units, one of them intensive care: the one that asks for more decides.</summary>
    private static void PutCriticalCareFirst(List<OccupationMatch> matches)
    {
        if (matches[0].Occupation.Code is RegisteredNurses or AcuteCareNurses && matches.Find(match => match.Occupation.Code == CriticalCareNurses) is { } critical)
        {
            matches.Remove(critical);
            matches.Insert(0, critical with { Score = matches[0].Score });
        }
    }
}
