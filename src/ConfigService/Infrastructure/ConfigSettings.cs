using System.ComponentModel.DataAnnotations;
using MemoCoach.ConfigService.Application.Validation;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>Settings of the section <c>Config</c>.</summary>
public sealed class ConfigSettings : IValidatableObject
{
    public const string Section = "Config";

    /// <summary>The working copy: a directory of YAML files. By default <c>config</c> in the data directory.</summary>
    [MinLength(1)]
    public string? Directory { get; set; }

    /// <summary>How large a document may be.</summary>
    public DocumentLimits Limits { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Data annotations do not look into nested objects by themselves.
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(Limits, new ValidationContext(Limits), failures, validateAllProperties: true);
        return failures.Select(failure => new ValidationResult(
            failure.ErrorMessage, [.. failure.MemberNames.Select(member => $"{nameof(Limits)}:{member}")]));
    }
}
