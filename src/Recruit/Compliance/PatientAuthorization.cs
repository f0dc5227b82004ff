namespace Recruit.Compliance;

/// <summary>What is known of a patient's signed authorization, 45 CFR 164.508(c): the facts about the paper, never the paper.</summary>
/// <param name="Status">"signed", "valid" and their like; every other word means that it may not be used.</param>
/// <param name="Scope">What may be told: "first name", "condition", "town", "dates", "quote", "image".</param>
/// <param name="Channels">Where it may be told, by network: "x", "facebook".</param>
/// <param name="Expires">A date as yyyy-mm-dd, or the words of an event.</param>
/// <param name="SignedOn">The day it was signed, or "true" when only that is known; empty when it was not.</param>
/// <param name="Revoked">The day, or "true"; empty while it stands.</param>
public sealed record PatientAuthorization(
    string Status,
    IReadOnlyList<string> Scope,
    IReadOnlyList<string> Channels,
    string Expires,
    string SignedOn,
    string Purpose,
    string Revoked);
