using System.ComponentModel.DataAnnotations;

namespace MemoCoach.ServiceDefaults;

/// <summary>Settings of how a service checks the gateway's tokens.</summary>
public sealed class AuthenticationSettings : IValidatableObject
{
    public const string Section = "Authentication";

    /// <summary>Where the gateway publishes the keys that its tokens are signed with (JSON Web Key Set).</summary>
    [Required]
    public string KeysUrl { get; set; } = "http://localhost:8080/.well-known/jwks.json";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(KeysUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult("must be an http or https address.", [nameof(KeysUrl)]);
        }
    }
}
