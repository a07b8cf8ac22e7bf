using MemoCoach.Storage.Tests.Sample;
using MemoCoach.TestKit;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Storage.Tests;

/// <summary>SIGKILL while a process writes: see <see cref="WritingProcess"/>.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new("killed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_row_that_was_acknowledged_is_there_after_a_kill_and_every_unit_is_whole()
    {
        var acknowledged = _folder.Combine("acknowledged");
        var random = new Random(20260101);
        for (var round = 0; round < Soak.Count(3, 200); round++)
        {
            var sizeBefore = Size(acknowledged);
            await using (var process = await GuardedProcess.StartAsync(
                "dotnet", [typeof(KilledWriterTests).Assembly.Location, WritingProcess.Verb, Database, acknowledged]))
            {
                var wanted = sizeBefore + (random.Next(1, 2_000) * WritingProcess.BytesPerUnit);
                await Eventually.BecomesTrueAsync(() => process.HasExited || Size(acknowledged) >= wanted, Limit, "the process writes");
                process.HasExited.ShouldBeFalse(process.HasExited ? process.Log : "");
                process.Signal(GuardedProcess.SigKill);
                await process.WaitForExitAsync(Limit);
            }

            await using var host = await SampleHost.StartAsync(StorageProvider.Sqlite, Database);
            var written = await host.Database.ReadAsync(
                (db, token) => db.Rows.Select(row => row.Text).ToListAsync(token), default);
            var units = written.GroupBy(text => text).ToDictionary(unit => unit.Key, unit => unit.Count(), StringComparer.Ordinal);

            units.Values.ShouldAllBe(rows => rows == WritingProcess.RowsPerUnit);
            WritingProcess.ReadAcknowledged(acknowledged).ShouldAllBe(id => units.ContainsKey(id));
        }
    }

    private string Database => $"Data Source={_folder.Combine("sample.db")}";

    private static long Size(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
