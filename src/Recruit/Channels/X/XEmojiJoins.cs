using System.Collections.Frozen;

namespace Recruit.Channels.X;

/// <summary>
/// Which emoji X's counting rule of 2021-10 takes together: flags of real regions, skin tones on people, and the joined pictures of Unicode 14.
/// What is joined without being one of these is counted piece by piece.
/// </summary>
public static class XEmojiJoins
{
    private const int Man = 0x1F468;
    private const int Woman = 0x1F469;
    private const int Person = 0x1F9D1;
    private const int Boy = 0x1F466;
    private const int Girl = 0x1F467;
    private const int Heart = 0x2764;
    private const int Kiss = 0x1F48B;
    private const int Handshake = 0x1F91D;
    private const int BlackFlag = 0x1F3F4;

    private static readonly FrozenSet<string> Regions = Words(
        "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU "
        + "FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML "
        + "MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL "
        + "TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW");

    private static readonly FrozenSet<string> Nations = Words("gbeng gbsct gbwls");

    // What a man, a woman or a person is joined with to show a trade, hair, or an aid.
    private static readonly FrozenSet<int> Trades = FrozenSet.Create(
        0x2695, 0x2696, 0x2708, 0x1F33E, 0x1F373, 0x1F37C, 0x1F393, 0x1F3A4, 0x1F3A8, 0x1F3EB, 0x1F3ED, 0x1F4BB, 0x1F4BC, 0x1F527, 0x1F52C, 0x1F680, 0x1F692, 0x1F9AF, 0x1F9B0, 0x1F9B1, 0x1F9B2, 0x1F9B3, 0x1F9BC, 0x1F9BD, 0x1F384);

    private static readonly FrozenSet<(int, int)> Pairs = FrozenSet.Create(
        (Heart, 0x1F525), (Heart, 0x1FA79), (Heart, Man), (Heart, Woman), (Heart, Person), (Heart, Kiss), (Kiss, Man), (Kiss, Woman), (Kiss, Person), (Man, Heart), (Woman, Heart), (Person, Heart), (Man, Handshake), (Woman, Handshake),
        (Person, Handshake), (Handshake, Man), (Handshake, Woman), (Handshake, Person), (Man, Man), (Man, Woman), (Woman, Woman), (Man, Boy), (Man, Girl), (Woman, Boy), (Woman, Girl), (Boy, Boy), (Girl, Boy), (Girl, Girl),
        (0x1F3F3, 0x1F308), (0x1F3F3, 0x26A7), (BlackFlag, 0x2620), (0x1F408, 0x2B1B), (0x1F415, 0x1F9BA), (0x1F43B, 0x2744), (0x1F441, 0x1F5E8), (0x1F62E, 0x1F4A8), (0x1F635, 0x1F4AB), (0x1F636, 0x1F32B), (0x1FAF1, 0x1FAF2));

    private static readonly (int From, int To)[] WithGender =
    [
        (0x26F9, 0x26F9), (0x1F3C3, 0x1F3C4), (0x1F3CA, 0x1F3CC), (0x1F46E, 0x1F471), (0x1F473, 0x1F473), (0x1F477, 0x1F477), (0x1F481, 0x1F482), (0x1F486, 0x1F487), (0x1F575, 0x1F575), (0x1F645, 0x1F647), (0x1F64B, 0x1F64B),
        (0x1F64D, 0x1F64E), (0x1F6A3, 0x1F6A3), (0x1F6B4, 0x1F6B6), (0x1F926, 0x1F926), (0x1F935, 0x1F935), (0x1F937, 0x1F939), (0x1F93C, 0x1F93E), (0x1F9B8, 0x1F9B9), (0x1F9CD, 0x1F9CF), (0x1F9D4, 0x1F9D4), (0x1F9D6, 0x1F9DF),
    ];

    private static readonly (int From, int To)[] WithTone =
    [
        (0x261D, 0x261D), (0x26F9, 0x26F9), (0x270A, 0x270D), (0x1F385, 0x1F385), (0x1F3C2, 0x1F3C4), (0x1F3C7, 0x1F3C7), (0x1F3CA, 0x1F3CC), (0x1F442, 0x1F443), (0x1F446, 0x1F450), (0x1F466, 0x1F478), (0x1F47C, 0x1F47C),
        (0x1F481, 0x1F483), (0x1F485, 0x1F487), (0x1F48F, 0x1F48F), (0x1F491, 0x1F491), (0x1F4AA, 0x1F4AA), (0x1F574, 0x1F575), (0x1F57A, 0x1F57A), (0x1F590, 0x1F590), (0x1F595, 0x1F596), (0x1F645, 0x1F647), (0x1F64B, 0x1F64F),
        (0x1F6A3, 0x1F6A3), (0x1F6B4, 0x1F6B6), (0x1F6C0, 0x1F6C0), (0x1F6CC, 0x1F6CC), (0x1F90C, 0x1F90C), (0x1F90F, 0x1F90F), (0x1F918, 0x1F91F), (0x1F926, 0x1F926), (0x1F930, 0x1F939), (0x1F93C, 0x1F93E), (0x1F977, 0x1F977),
        (0x1F9B5, 0x1F9B6), (0x1F9B8, 0x1F9B9), (0x1F9BB, 0x1F9BB), (0x1F9CD, 0x1F9CF), (0x1F9D1, 0x1F9DD), (0x1FAC3, 0x1FAC5), (0x1FAF0, 0x1FAF6),
    ];

    /// <param name="first">Regional indicators, U+1F1E6 for A.</param>
    public static bool IsFlag(int first, int second) => Regions.Contains($"{Letter(first)}{Letter(second)}");

    /// <param name="tags">The letters behind the black flag: "gbsct".</param>
    public static bool IsNation(int picture, string tags) => picture == BlackFlag && Nations.Contains(tags);

    public static bool TakesTone(int picture) => Within(WithTone, picture);

    /// <summary>Whether the second picture may be joined behind the first one.</summary>
    public static bool MayJoin(int first, int second) => second is 0x2640 or 0x2642
        ? Within(WithGender, first)
        : Pairs.Contains((first, second)) || (first is Man or Woman or Person && Trades.Contains(second) && (second != 0x1F384 || first == Person));

    private static bool Within((int From, int To)[] ranges, int picture) => ranges.Any(range => picture >= range.From && picture <= range.To);

    private static char Letter(int indicator) => (char)('A' + indicator - 0x1F1E6);

    private static FrozenSet<string> Words(string text) => text.Split(' ').ToFrozenSet();
}
