using System.ComponentModel.DataAnnotations;
using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Infrastructure.Setup;

/// <summary>Settings of the first account, for set-ups without a person at the console. Without them a token is printed.</summary>
internal sealed class SetupSettings : IValidatableObject
{
    public const string Section = "Setup";

    public string? AdminEmail { get; set; }

    /// <summary>Used once, to make the first account; a later change of this setting changes no password.</summary>
    public string? AdminPassword { get; set; }

    public string AdminDisplayName { get; set; } = "Administrator";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AdminEmail is null && AdminPassword is null)
        {
            yield break;
        }

        (string Setting, string? Rule)[] rules =
        [
            (nameof(AdminEmail), EmailAddress.Parse(AdminEmail).Rule),
            (nameof(AdminPassword), NewPassword.Parse(AdminPassword, AdminEmail).Rule),
            (nameof(AdminDisplayName), DisplayName.Parse(AdminDisplayName).Rule),
        ];
        foreach (var (setting, rule) in rules)
        {
            if (rule is not null)
            {
                yield return new ValidationResult($"{rule} (AdminEmail and AdminPassword are given together, or neither.)", [setting]);
            }
        }
    }
}
