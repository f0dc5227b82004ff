using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Compliance;

/// <summary>A text to check. Nothing of it is stored.</summary>
/// <param name="FacilityId">One of ours; its contacts and names are then the employer's own.</param>
/// <param name="Facility">The same facts given inline, for a facility that is not ours.</param>
/// <param name="Channel">The network it would go to: "x", "linkedin", "facebook".</param>
/// <param name="State">Where the work is done, two letters; otherwise the facility's.</param>
/// <param name="Today">The day of publication, yyyy-mm-dd; otherwise the present day in UTC.</param>
public sealed record CheckRequest(
    string? Text,
    Surface? Surface,
    Guid? FacilityId,
    FacilityFacts? Facility,
    string? Channel,
    string? State,
    string? Today,
    AuthorizationFacts? Authorization);

/// <summary>What a facility calls its own. A member that is not known here clears nothing, so it is passed over.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record FacilityFacts(
    string? Name,
    [property: JsonPropertyName("short"), JsonConverter(typeof(WordsJson))] string[]? ShortNames,
    [property: JsonConverter(typeof(WordsJson))] string[]? Domains,
    [property: JsonPropertyName("ats_hosts"), JsonConverter(typeof(WordsJson))] string[]? AtsHosts,
    [property: JsonConverter(typeof(WordsJson))] string[]? Emails,
    [property: JsonConverter(typeof(WordsJson))] string[]? Phones,
    [property: JsonConverter(typeof(WordsJson))] string[]? Fax,
    [property: JsonConverter(typeof(WordsJson))] string[]? Tty,
    [property: JsonConverter(typeof(WordsJson))] string[]? Addresses,
    [property: JsonConverter(typeof(WordsJson))] string[]? Recruiters,
    [property: JsonPropertyName("named_buildings"), JsonConverter(typeof(WordsJson))] string[]? NamedBuildings,
    [property: JsonConverter(typeof(WordsJson))] string[]? Handles,
    [property: JsonConverter(typeof(WordsJson))] string[]? Hashtags,
    [property: JsonPropertyName("staff_consents"), JsonConverter(typeof(WordsJson))] string[]? StaffConsents,
    string? State)
{
    public IEnumerable<string> Words() =>
        ((string?[])[Name, .. ShortNames ?? [], .. Domains ?? [], .. AtsHosts ?? [], .. Emails ?? [], .. Phones ?? [], .. Fax ?? [], .. Tty ?? [], .. Addresses ?? [],
            .. Recruiters ?? [], .. NamedBuildings ?? [], .. Handles ?? [], .. Hashtags ?? [], .. StaffConsents ?? []]).OfType<string>();
}

/// <summary>A patient's authorization as the hospital's own records tell it. "Signed" and "revoked" are a day or yes and no.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record AuthorizationFacts(
    string? Status,
    [property: JsonConverter(typeof(WordsJson))] string[]? Scope,
    [property: JsonConverter(typeof(WordsJson))] string[]? Channels,
    string? Expires,
    [property: JsonPropertyName("signed"), JsonConverter(typeof(DayOrYesJson))] string? SignedOn,
    string? Purpose,
    [property: JsonConverter(typeof(DayOrYesJson))] string? Revoked)
{
    public PatientAuthorization ToAuthorization() => new(Status ?? "", Scope ?? [], Channels ?? [], Expires ?? "", SignedOn ?? "", Purpose ?? "", Revoked ?? "");
}

/// <param name="Decision">Of the text alone.</param>
/// <param name="SecondPerson">A privacy reviewer must see it whatever its words are, since of its surface.</param>
public sealed record CheckAnswer(Decision Decision, bool SecondPerson, IReadOnlyList<FindingAnswer> Findings)
{
    public static CheckAnswer Of(Verdict verdict, Surface surface) => new(
        verdict.Decision,
        surface.NeedsSecondPerson,
        [.. verdict.Findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Start).Select(FindingAnswer.Of)]);
}

/// <param name="Letter">HIPAA identifier, A to R.</param>
/// <param name="Start">In UTF-16 units of the text as it was sent; 0 to 0 when the whole text is meant.</param>
/// <param name="End">Just behind the last unit.</param>
public sealed record FindingAnswer(
    string Rule,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Letter,
    Severity Severity,
    int Start,
    int End,
    string Reason,
    string Advice)
{
    public static FindingAnswer Of(Finding finding) =>
        new(finding.Rule, finding.Letter, finding.Severity, finding.Start, finding.Start + finding.Length, finding.Reason, finding.Advice);
}

/// <summary>One text or a list of texts.</summary>
public sealed class WordsJson : JsonConverter<string[]>
{
    public override string[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return [reader.GetString()!];
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();

        var words = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            words.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());
        return [.. words];
    }

    public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
}

/// <summary>A day as text, or yes and no: "true" or empty.</summary>
public sealed class DayOrYesJson : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.True => "true",
        JsonTokenType.False => "",
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
