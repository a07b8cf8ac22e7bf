using System.Buffers.Text;

namespace MemoCoach.Submissions.Api;

/// <summary>Where a page ended: the id of its last submission, opaque to callers.</summary>
internal static class PageCursor
{
    public static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    public static bool TryRead(string? cursor, out Guid? id)
    {
        id = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (cursor.Length > 32 || !Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || length != bytes.Length)
        {
            return false;
        }

        id = new Guid(bytes, bigEndian: true);
        return true;
    }
}
