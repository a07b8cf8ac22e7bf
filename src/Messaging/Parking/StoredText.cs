using System.Text;

namespace MemoCoach.Messaging.Parking;

/// <summary>
/// Text of unknown origin, as both databases can keep it: PostgreSQL holds neither NUL nor half a surrogate pair, and
/// what cannot be kept could not be parked.
/// </summary>
internal static class StoredText
{
    public static string Of(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "\\u0000", StringComparison.Ordinal);
}
