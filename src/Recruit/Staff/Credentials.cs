using System.ComponentModel.DataAnnotations;

namespace Recruit.Staff;

/// <summary>What the sign-in form asks for.</summary>
public sealed class Credentials
{
    [Required(ErrorMessage = "Enter your email.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Enter your password.")]
    public string Password { get; set; } = "";
}

/// <summary>What a one-time link asks for: a password of one's own, or nothing.</summary>
public sealed class NewPassword
{
    [Password]
    public string? Password { get; set; }
}

/// <summary>What the first-run form asks for.</summary>
public sealed class NewAdministrator
{
    [Required(ErrorMessage = "Enter your name."), StringLength(200)]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Enter your email."), EmailAddress(ErrorMessage = "Enter an email such as you@hospital.org."), StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Choose a password."), Password]
    public string Password { get; set; } = "";
}
