using System.ComponentModel.DataAnnotations;

namespace MemoCoach.ConfigService.Application.Validation;

/// <summary>How large a document may be. What exceeds a limit is refused while it is read, before it costs memory.</summary>
public sealed class DocumentLimits
{
    /// <summary>Bytes of a document as it arrives.</summary>
    [Range(1_024, 1_048_576)]
    public int MaximumBytes { get; set; } = 262_144;

    /// <summary>Levels of nesting. The shipped documents use 6.</summary>
    [Range(8, 64)]
    public int MaximumDepth { get; set; } = 16;

    /// <summary>Values in a document, keys included.</summary>
    [Range(100, 100_000)]
    public int MaximumValues { get; set; } = 20_000;
}
