using System.Text;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>Replaces files so that neither a reader nor a crash ever sees half of one.</summary>
internal static class DurableFile
{
    /// <summary>Writes aside, flushes to the disk, and renames into place.</summary>
    /// <remarks>
    /// The directory itself is not flushed: a power cut may undo the rename, which leaves a file that is behind the
    /// database, and the next start brings it up to date.
    /// </remarks>
    public static void Replace(string path, string content)
    {
        var directory = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(directory, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(Encoding.UTF8.GetBytes(content));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes what a killed process left behind.</summary>
    public static void RemoveLeftovers(string directory)
    {
        foreach (var leftover in Directory.EnumerateFiles(directory, ".*.tmp"))
        {
            File.Delete(leftover);
        }
    }
}
