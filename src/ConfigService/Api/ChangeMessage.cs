using MemoCoach.ConfigService.Domain;

namespace MemoCoach.ConfigService.Api;

/// <summary>Why a change is made: required, since the history is read by people who were not there.</summary>
internal static class ChangeMessage
{
    public static string? Read(string? message)
    {
        var trimmed = message?.Trim();
        return trimmed is { Length: > 0 and <= Authorship.LongestMessage } && !trimmed.Any(char.IsControl) ? trimmed : null;
    }
}
