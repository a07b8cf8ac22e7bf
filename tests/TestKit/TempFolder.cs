namespace MemoCoach.TestKit;

/// <summary>A fresh, empty folder that is deleted with everything in it.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder;

    public TempFolder(string purpose = "test") => _folder = Directory.CreateTempSubdirectory($"memocoach-{purpose}-");

    public string Path => _folder.FullName;

    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string WriteFile(string name, string content)
    {
        var path = Combine(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        // A process that was just killed may still be closing its files, and create one while we delete.
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < 5)
            {
                Thread.Yield();
            }
        }
    }
}
