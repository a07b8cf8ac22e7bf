namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>Reads a file whose size nobody vouches for.</summary>
internal static class BoundedFile
{
    /// <summary>The file's bytes, or the first <paramref name="limit"/> + 1 of them: enough to see that it is too large.</summary>
    public static byte[] Read(string path, int limit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[limit + 1];
        var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..count];
    }
}
