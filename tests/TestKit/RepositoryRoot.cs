namespace MemoCoach.TestKit;

/// <summary>The folder that holds <c>MemoCoach.sln</c>, found from where the test runs.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    public static string Path => Found.Value;

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MemoCoach.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No MemoCoach.sln above {AppContext.BaseDirectory}.");
    }
}
