namespace MemoCoach.Gateway.Infrastructure.Keys;

/// <summary>The folder of the gateway's secrets. Replicas share it.</summary>
internal sealed class KeyDirectory
{
    /// <summary>A file that has been unfinished for so long belongs to a process that was killed.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public KeyDirectory(string path)
    {
        Path = path;
        DurableFile.CreateDirectory(path);
        foreach (var file in Directory.EnumerateFiles(path, $"*{DurableFile.UnfinishedExtension}"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Abandoned)
            {
                File.Delete(file);
            }
        }
    }

    public string Path { get; }

    public string Combine(string fileName) => System.IO.Path.Combine(Path, fileName);
}
