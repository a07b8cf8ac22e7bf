using System.Text;
using MemoCoach.Storage.Tests.Sample;

namespace MemoCoach.Storage.Tests;

/// <summary>
/// What this assembly does when it is started with a verb: it writes units of several rows, from several callers at
/// once, and notes each one in a file once the database has acknowledged it. Until it is killed.
/// </summary>
internal static class WritingProcess
{
    public const string Verb = "write-until-killed";
    public const int RowsPerUnit = 3;
    public const int BytesPerUnit = 33; // a GUID in 32 digits and a line end
    private const int Callers = 8;

    public static async Task<int> RunAsync(string connectionString, string acknowledgedFile)
    {
        await using var host = await SampleHost.StartAsync(StorageProvider.Sqlite, connectionString);
        await using var acknowledged = new FileStream(acknowledgedFile, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => WriteForEverAsync(host.Database, acknowledged)));
        return 1;
    }

    /// <summary>The note of the last unit may be torn by the kill; then it does not count.</summary>
    public static IEnumerable<string> ReadAcknowledged(string file) =>
        File.ReadAllText(file).Split('\n').Where(line => line.Length == BytesPerUnit - 1);

    private static async Task WriteForEverAsync(Database<SampleDbContext> database, FileStream acknowledged)
    {
        while (true)
        {
            var unit = Guid.CreateVersion7().ToString("N");
            await database.WriteAsync(
                async (db, token) =>
                {
                    for (var row = 0; row < RowsPerUnit; row++)
                    {
                        db.Add(new SampleRow { Text = unit });
                        await db.SaveChangesAsync(token);
                    }
                },
                default);
            lock (acknowledged)
            {
                acknowledged.Write(Encoding.ASCII.GetBytes(unit + "\n"));
            }
        }
    }
}
