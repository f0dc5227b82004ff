using System.ComponentModel.DataAnnotations;

namespace Recruit.Staff;

/// <summary>Length is the only rule: composition rules make passwords worse (NIST SP 800-63B-4, section 3.1.1.2, read 2026-11-24).</summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MaxLength = 200;
    public const string Sentence = "Use at least 12 characters. A short sentence is a good password.";

    public const string Refusal = "Make the password 12 to 200 characters long.";

    public static bool Accepts(string password) => password.Length is >= MinLength and <= MaxLength;
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class PasswordAttribute() : ValidationAttribute(PasswordRule.Refusal)
{
    public override bool IsValid(object? value) => value is null or "" || PasswordRule.Accepts((string)value);
}
