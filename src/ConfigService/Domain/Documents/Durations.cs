using System.Globalization;

namespace MemoCoach.ConfigService.Domain.Documents;

/// <summary>Durations in documents: a whole number and one unit, so that nobody has to guess what "15" means.</summary>
public static class Durations
{
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > 8 ||
            !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
    }

    /// <summary>The duration in the largest unit that gives a whole number.</summary>
    public static string Write(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        var (count, unit) = seconds switch
        {
            _ when seconds % 86_400 == 0 && seconds > 0 => (seconds / 86_400, 'd'),
            _ when seconds % 3_600 == 0 && seconds > 0 => (seconds / 3_600, 'h'),
            _ when seconds % 60 == 0 && seconds > 0 => (seconds / 60, 'm'),
            _ => (seconds, 's'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }
}
