using System.Text;

namespace MemoCoach.Gateway.Domain;

/// <summary>How a person, or one of her API tokens, is called on a page.</summary>
public sealed record DisplayName
{
    public const int MaximumLength = 100;

    private DisplayName(string text) => Text = text;

    public string Text { get; }

    public static Parsed<DisplayName> Parse(string? input)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return Parsed<DisplayName>.Broken("A name is required.");
        }

        if (input.Length > MaximumLength)
        {
            return Parsed<DisplayName>.Broken($"A name has at most {MaximumLength} characters.");
        }

        return Characters.AreVisible(input)
            ? new DisplayName(input.Trim().Normalize(NormalizationForm.FormC))
            : Parsed<DisplayName>.Broken("A name holds no control characters or invisible characters.");
    }

    public override string ToString() => Text;
}
